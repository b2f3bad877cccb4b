import { memoised } from './remembered-words';

const YES = new Set([
  'oui',
  'o',
  'yes',
  'y',
  'true',
  'vrai',
  '1',
  'x',
  'litige',
  'en litige',
  'conteste',
  'contestee',
  'disputed',
  'dispute',
  'ja',
  'si',
]);
const NO = new Set(['', 'non', 'n', 'no', 'false', 'faux', '0', '-', 'aucun', 'none', 'nein', 'pas de litige']);

/** Yes or no in French or English forms; null when it is neither. An empty cell is no. */
export const parseYesNo = memoised((word): boolean | null => (YES.has(word) ? true : NO.has(word) ? false : null));

const COMPANY = new Set([
  'company',
  'entreprise',
  'societe',
  'pro',
  'professionnel',
  'professional',
  'business',
  'b2b',
  'pm',
  'personne morale',
  'legal person',
  'association',
  'collectivite',
]);
const PERSON = new Set([
  'person',
  'personne',
  'particulier',
  'individual',
  'consumer',
  'consommateur',
  'b2c',
  'pp',
  'personne physique',
  'private',
]);

export const parseDebtorKind = memoised(
  (word) => (COMPANY.has(word) ? 'company' : PERSON.has(word) ? 'person' : null) as 'company' | 'person' | null,
);

const PAPER = new Set(['paper', 'papier', 'courrier', 'post', 'poste', 'postal', 'letter', 'lettre', 'voie postale']);
const ELECTRONIC = new Set([
  'electronic',
  'electronique',
  'email',
  'e-mail',
  'mail',
  'courriel',
  'digital',
  'dematerialise',
  'numerique',
  'paperless',
  'pdf',
  'edi',
]);

export const parseChannel = memoised(
  (word) => (PAPER.has(word) ? 'paper' : ELECTRONIC.has(word) ? 'electronic' : null) as 'paper' | 'electronic' | null,
);

const ROLES: ReadonlyArray<readonly ['accountant' | 'director' | 'buyer' | 'approver' | 'other', RegExp]> = [
  ['accountant', /compta|account|finance|tresor|treasur|payable|daf|cfo|buchhalt/],
  ['buyer', /achat|acheteu|buyer|purchas|procurement|einkauf/],
  ['approver', /valid|approv|ordonnat|bon a payer/],
  ['director', /direct|dirig|gerant|president|pdg|ceo|owner|manager|geschaftsfuhr/],
  ['other', /autre|other|assist|secret|commercial|sales|technique/],
];

/** What somebody at a company does, from the title as files write it. */
export const parseContactRole = memoised((word) => ROLES.find(([, words]) => words.test(word))?.[0] ?? null);
