/** Drawn by a power law, as names and towns are: a few are everywhere, most are rare. */
export const drawnNames = `floor(exp(random() * ln(60000)))::int as surname, floor(exp(random() * ln(2000)))::int as town, floor(exp(random() * ln(40)))::int as trade`;

const list = (words: string): string =>
  `array[${words
    .split(' ')
    .map((word) => `'${word}'`)
    .join(', ')}]`;
const syllables = list(
  'mar tin ber nard du bois tho mas ro bert pe tit ran le roy mo reau si mon lau rent mi chel gar cia da vid trand rou sel vin cent four nier mer cier au bry',
);
const firstNames = list(
  'Jean Marie Camille Léa Hugo Nadia Éric Zoé Paul Inès Louis Jules Emma Chloé Sofia Karim Aïcha Noël Anaïs Rémi Luc Yves Guy Anne Rose Lise Théo Maël Ugo Iris Omar Adam Nina Lina Eva Rayan Noé Gaël Axel Lou',
);
const trades = list(
  'Boulangerie Garage Transports Menuiserie Plomberie Électricité Pharmacie Restaurant Hôtel Imprimerie Scierie Maçonnerie Peinture Toitures Jardins Café Fleurs Optique Ambulances Taxi Clinique Cabinet Agence Atelier Librairie Papeterie Coiffure Institut Domaine Château Ferme Élevage Pépinières Carrosserie Serrurerie Vitrerie Charpente Carrelage Chauffage Nettoyage',
);

const syllable = (n: string): string => `(${syllables})[1 + (${n}) % 38]`;

/** A person's or a company's name of a row of `plot`: about sixty thousand surnames. */
export const nameOf = `case when i % 3 = 0 then (${firstNames})[1 + trade] else (${trades})[1 + trade] end || ' '
  || initcap(${syllable('surname')} || ${syllable('surname / 38')} || case when surname > 1443 then ${syllable('surname / 1444')} else '' end)`;

export const townOf = `initcap(${syllable('town')} || ${syllable('town / 38')}) || case when town % 3 = 0 then '-sur-' || initcap(${syllable('town % 7')} || 'ne') else '' end`;
