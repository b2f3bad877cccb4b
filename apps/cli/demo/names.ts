/** Names and places of an invented France. Postcodes are real ones of their towns, so that letters look right. */
export const firstNames = ['Camille', 'Louise', 'Jules', 'Emma', 'Hugo', 'Chloé', 'Adam', 'Inès', 'Nathan', 'Sarah', 'Lucas', 'Manon', 'Gabriel', 'Yasmine', 'Théo', 'Agathe', 'Mehdi', 'Clara', 'Baptiste', 'Fatou', 'Antoine', 'Léna', 'Quentin', 'Margaux', 'Rayan', 'Élodie', 'Maxime', 'Noémie', 'Florian', 'Salomé', 'Bastien', 'Awa', 'Romain', 'Justine', 'Karim', 'Mathilde'];
export const lastNames = ['Martin', 'Bernard', 'Dubois', 'Robert', 'Moreau', 'Laurent', 'Girard', 'Rousseau', 'Blanchard', 'Fontaine', 'Chevallier', 'Perrin', 'Morel', 'Renaud', 'Barbier', 'Lemoine', 'Besson', 'Charpentier', 'Delattre', 'Guillou', 'Haddad', 'Kessler', 'Lambert', 'Marchetti', 'N’Diaye', 'Ollivier', 'Pichon', 'Quéré', 'Reynaud', 'Sahraoui', 'Texier', 'Vasseur', 'Weber', 'Zimmer'];
export const trades = ['Boulangerie', 'Garage', 'Imprimerie', 'Menuiserie', 'Pharmacie', 'Fleurs', 'Brasserie', 'Cabinet', 'Électricité', 'Plomberie', 'Librairie', 'Traiteur', 'Hôtel', 'Peinture', 'Charpente', 'Optique', 'Auto-école', 'Pressing', 'Serrurerie', 'Paysages', 'Transports', 'Ambulances', 'Maroquinerie', 'Ateliers'];
export const tradeNames = ['du Marché', 'des Lilas', 'du Pont', 'de la Gare', 'Saint-Roch', 'des Halles', 'du Vieux Port', 'Beauséjour', 'des Tilleuls', 'du Parc', 'de l’Écluse', 'du Moulin', 'des Remparts', 'Bellevue', 'du Centre', 'des Alpilles', 'de la Source', 'du Lavoir', 'Montplaisir', 'des Quatre Vents'];
export const legalForms = ['SARL', 'SAS', 'SASU', 'EURL', 'SNC'];
export const streets = ['rue de la République', 'avenue Jean-Jaurès', 'rue Victor-Hugo', 'place de l’Église', 'boulevard Carnot', 'rue des Écoles', 'chemin du Moulin', 'rue Pasteur', 'quai de la Rive', 'rue du Four', 'allée des Cerisiers', 'impasse des Roses', 'rue Nationale', 'cours Gambetta', 'route de Paris'];
export const towns: ReadonlyArray<readonly [postcode: string, city: string]> = [
  ['75011', 'Paris'], ['75018', 'Paris'], ['69003', 'Lyon'], ['69007', 'Lyon'], ['13006', 'Marseille'], ['31000', 'Toulouse'], ['44000', 'Nantes'], ['33000', 'Bordeaux'], ['59000', 'Lille'], ['67000', 'Strasbourg'],
  ['35000', 'Rennes'], ['34000', 'Montpellier'], ['06000', 'Nice'], ['38000', 'Grenoble'], ['21000', 'Dijon'], ['49000', 'Angers'], ['51100', 'Reims'], ['76600', 'Le Havre'], ['42000', 'Saint-Étienne'], ['83000', 'Toulon'],
  ['29200', 'Brest'], ['87000', 'Limoges'], ['63000', 'Clermont-Ferrand'], ['37000', 'Tours'], ['80000', 'Amiens'], ['57000', 'Metz'], ['66000', 'Perpignan'], ['25000', 'Besançon'], ['45000', 'Orléans'], ['14000', 'Caen'],
  ['17000', 'La Rochelle'], ['64000', 'Pau'], ['74000', 'Annecy'], ['73000', 'Chambéry'], ['26000', 'Valence'], ['56100', 'Lorient'], ['24000', 'Périgueux'], ['15000', 'Aurillac'], ['12000', 'Rodez'], ['05000', 'Gap'],
];

/** Debtors abroad: they are written to in English. */
export const abroad: ReadonlyArray<readonly [name: string, kind: 'company' | 'person', line: string, postcode: string, city: string, country: string]> = [
  ['Harbour & Finch Ltd', 'company', '14 Quay Street', 'BS1 4EJ', 'Bristol', 'GB'], ['Oona Kirkwood', 'person', '3 Elm Terrace', 'EH3 6QS', 'Edinburgh', 'GB'], ['Vandermeer Interieur BV', 'company', 'Prinsenkade 22', '1012 LG', 'Amsterdam', 'NL'],
  ['Kontor Nordwind GmbH', 'company', 'Hafenstraße 9', '20457', 'Hamburg', 'DE'], ['Lough Bay Catering Ltd', 'company', '7 Strand Road', 'H91 X4V2', 'Galway', 'IE'], ['Sabine Hollander', 'person', 'Rue du Lac 41', '1000', 'Bruxelles', 'BE'],
  ['Atelier Rossetti Srl', 'company', 'Via Garibaldi 18', '10122', 'Torino', 'IT'], ['Maren Solberg', 'person', 'Bryggegata 5', '0250', 'Oslo', 'NO'],
];

/** A name as an address of e-mail wants it: plain letters. */
export function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase();
}
