import { standardSteps, type StandardStep } from '@amiable/strategies';
import type { Dice } from './dice';
import { isoDay } from './days';
import { iban, siren, vatNumber } from './identifiers';
import { plain } from './names';

/** What makes a client company of the demo itself. */
export interface ClientPlot {
  readonly name: string;
  readonly legalName: string;
  readonly siren: string;
  readonly hat: 'client_name' | 'agency';
  readonly settlement: 'trust' | 'direct';
  readonly remittance: 'net' | 'gross';
  readonly colour: string;
  readonly radius: number;
  readonly font: 'system' | 'serif' | 'humanist';
  readonly logo: string;
  readonly place: readonly [line: string, postcode: string, city: string];
  readonly tiers: ReadonlyArray<{ upToMonths: number | null; percent: string }>;
  readonly longestPlanMonths: number;
  readonly debtors: number;
  /** Share of private persons among its debtors. */
  readonly persons: number;
  /** Typical amounts, euros. */
  readonly amounts: readonly [least: number, most: number];
  readonly termDays: number;
  /** How long after the due date it hands an invoice over. */
  readonly placesAfterDays: number;
  readonly sells: readonly string[];
  readonly users: ReadonlyArray<readonly [name: string, role: 'owner' | 'finance' | 'manager' | 'reader', language: 'fr' | 'en']>;
}

/** The mark alone: the name stands beside it in words wherever a brand is shown. */
const svg = (mark: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${mark}</svg>`;

export const clientPlots: readonly ClientPlot[] = [
  {
    name: 'Voltessence',
    legalName: 'Voltessence SAS',
    siren: siren('89217450'),
    hat: 'client_name',
    settlement: 'trust',
    remittance: 'net',
    colour: '#f5c518',
    radius: 12,
    font: 'humanist',
    logo: svg('<path d="M22 3 8 23h10l-3 14 17-22H21z" fill="#f5c518" stroke="#3a2f00"/>'),
    place: ['5 rue de l’Industrie', '38000', 'Grenoble'],
    tiers: [
      { upToMonths: 3, percent: '8' },
      { upToMonths: 12, percent: '14' },
      { upToMonths: null, percent: '22' },
    ],
    longestPlanMonths: 6,
    debtors: 95,
    persons: 0.6,
    amounts: [60, 900],
    termDays: 20,
    placesAfterDays: 6,
    sells: ['Fourniture d’électricité', 'Régularisation annuelle', 'Borne de recharge', 'Abonnement gaz vert'],
    users: [
      ['Hélène Castan', 'owner', 'fr'],
      ['Marc Duvivier', 'finance', 'fr'],
    ],
  },
  {
    name: 'Maison Ardelune',
    legalName: 'Ardelune Mobilier SA',
    siren: siren('81563302'),
    hat: 'client_name',
    settlement: 'trust',
    remittance: 'net',
    colour: '#0b1f3a',
    radius: 2,
    font: 'serif',
    logo: svg('<path d="M30 6a15 15 0 1 0 6 24A13 13 0 0 1 30 6z" fill="#0b1f3a"/>'),
    place: ['2 place des Drapiers', '59000', 'Lille'],
    tiers: [
      { upToMonths: 6, percent: '10' },
      { upToMonths: null, percent: '18' },
    ],
    longestPlanMonths: 10,
    debtors: 75,
    persons: 0.5,
    amounts: [250, 5200],
    termDays: 30,
    placesAfterDays: 4,
    sells: ['Canapé et fauteuils', 'Table sur mesure', 'Aménagement de bureaux', 'Literie', 'Livraison et pose'],
    users: [
      ['Édouard Vannier', 'owner', 'fr'],
      ['Alice Thornton', 'reader', 'en'],
    ],
  },
  {
    name: 'Kinoa Fournitures',
    legalName: 'Kinoa Fournitures SAS',
    siren: siren('90347718'),
    hat: 'agency',
    settlement: 'trust',
    remittance: 'net',
    colour: '#0f766e',
    radius: 8,
    font: 'system',
    logo: svg(
      '<rect x="6" y="6" width="28" height="28" rx="6" fill="#0f766e"/><path d="M14 12v16M14 20l10-8M14 20l10 8" stroke="#fff" stroke-width="3" fill="none"/>',
    ),
    place: ['41 avenue du Progrès', '44000', 'Nantes'],
    tiers: [
      { upToMonths: 6, percent: '12' },
      { upToMonths: null, percent: '20' },
    ],
    longestPlanMonths: 4,
    debtors: 80,
    persons: 0,
    amounts: [90, 3800],
    termDays: 30,
    placesAfterDays: 40,
    sells: ['Fournitures de bureau', 'Papier et consommables', 'Mobilier scolaire', 'Contrat de maintenance'],
    users: [
      ['Solène Rivoal', 'owner', 'fr'],
      ['Yann Kermarec', 'manager', 'fr'],
    ],
  },
  {
    name: 'Brume & Sel',
    legalName: 'Brume et Sel SARL',
    siren: siren('84790615'),
    hat: 'client_name',
    settlement: 'direct',
    remittance: 'gross',
    colour: '#c2410c',
    radius: 16,
    font: 'humanist',
    logo: svg(
      '<path d="M4 24c6-8 10-8 16 0s10 8 16 0" stroke="#c2410c" stroke-width="4" fill="none"/><circle cx="20" cy="10" r="5" fill="#c2410c"/>',
    ),
    place: ['9 quai des Sauniers', '17000', 'La Rochelle'],
    tiers: [{ upToMonths: null, percent: '9' }],
    longestPlanMonths: 6,
    debtors: 50,
    persons: 0.1,
    amounts: [300, 6400],
    termDays: 45,
    placesAfterDays: 8,
    sells: ['Épicerie fine en gros', 'Produits de la mer', 'Location de matériel', 'Service traiteur'],
    users: [
      ['Gaëlle Morvan', 'owner', 'fr'],
      ['Luc Anglade', 'finance', 'fr'],
    ],
  },
];

/** The scenario of five steps of a client, by the name it speaks in. */
export const stepsOf = ({ hat }: Pick<ClientPlot, 'hat'>): readonly StandardStep[] => standardSteps(hat);

export interface DemoClient extends ClientPlot {
  readonly id: string;
  readonly brandId: string;
  readonly mandateId: string;
  readonly scenarioId: string;
  readonly slug: string;
}

/** The ids of the four clients; their rows are made by `clientRows`. */
export function castClients(dice: Dice, today: number): DemoClient[] {
  const born = today - 725;
  return clientPlots.map((plot) => ({
    ...plot,
    id: dice.id(born),
    brandId: dice.id(born),
    mandateId: dice.id(born),
    scenarioId: dice.id(born),
    slug: plain(plot.name),
  }));
}

export const clientUserEmail = (client: ClientPlot, name: string) => `${plain(name.split(' ')[0]!)}@${plain(client.name)}.example`;

/** Every row that says who a client is and what its contract allows. */
export function clientRows(dice: Dice, today: number, client: DemoClient, index: number, passwordHash: string) {
  const own = { client_id: client.id };
  const [address_line, postcode, city] = client.place;
  const account = iban(`0020${index}`, `${client.siren.slice(0, 8)}001`);
  const site = `${client.slug}.example`;
  const users = client.users.map(([name, role, language]) => ({
    ...own,
    id: dice.id(today - 700),
    email: clientUserEmail(client, name),
    name,
    role,
    language,
  }));
  return {
    clients: {
      ...own,
      name: client.name,
      legal_name: client.legalName,
      siren: client.siren,
      vat_number: vatNumber(client.siren),
      address_line,
      postcode,
      city,
      email: `compta@${site}`,
      phone: `+33 4 65 71 0${index + 1} 00`,
      settlement_iban: account,
      settlement_holder: client.legalName.toUpperCase(),
    },
    users,
    credentials: users.map(({ id, email }) => ({
      email,
      audience: 'client',
      user_id: id,
      client_id: client.id,
      password_hash: passwordHash,
    })),
    brand: {
      ...own,
      id: client.brandId,
      name: client.name,
      slug: client.slug,
      primary_colour: client.colour,
      radius: client.radius,
      font: client.font,
      logo: `data:image/svg+xml;base64,${Buffer.from(client.logo).toString('base64')}`,
      sender_name: client.name,
      sender_email: `recouvrement@${site}`,
      reply_to: `compta@${site}`,
      phone: `+33 4 65 71 0${index + 1} 01`,
      website: `https://${site}`,
      address_line,
      postcode,
      city,
      language: 'fr',
      bank_holder: client.legalName.toUpperCase(),
      bank_iban: account,
      bank_bic: 'NEBAFR2NXXX',
    },
    address: { address: `path:${client.slug}`, client_id: client.id, brand_id: client.brandId },
    mandate: {
      ...own,
      id: client.mandateId,
      reference: `M-${2024 + index}-0${index + 1}`,
      version: 1,
      hat: client.hat,
      brand_id: client.brandId,
      signed_on: isoDay(today - 725),
      settlement: client.settlement,
      remittance: client.remittance,
      fee_tiers: client.tiers,
      vat_percent: '20',
      longest_plan_months: client.longestPlanMonths,
      plan_approver: client.name === 'Maison Ardelune' ? 'client' : 'manager',
      late_interest: client.persons < 0.2, // who sells to companies claims what the law gives between professionals
      late_indemnity: client.persons < 0.2,
      channels: ['email', 'letter', 'call'],
    },
    scenario: {
      ...own,
      id: client.scenarioId,
      name: client.hat === 'agency' ? 'Recouvrement amiable' : 'Relance en marque blanche',
      line_id: client.scenarioId,
      version: 1,
      state: 'active',
    },
    segment: { ...own, id: client.scenarioId, position: 1, name: 'Tous les dossiers', line_id: client.scenarioId },
    steps: stepsOf(client).map((step) => ({ ...own, scenario_id: client.scenarioId, ...step })),
  };
}
