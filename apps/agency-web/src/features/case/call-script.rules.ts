import type { CaseStage, DebtorKind, Hat, Language } from '@documents';

/** What a collector says, in the debtor's language and in the name of who speaks; `{…}` is filled from the case. */
export interface CallScript {
  readonly open: string;
  /** Asked before anything of the debt is said: nobody else may learn of it. */
  readonly check: string;
  /** The mandatory recall under the agency's hat (R124-4 CPCE); null where none is due. */
  readonly recall: string | null;
  readonly say: string;
  readonly ask: string;
}

interface Words {
  readonly open: Readonly<Record<Hat, string>>;
  readonly check: Readonly<Record<DebtorKind, string>>;
  readonly recall: string;
  readonly noLetterYet: string;
  readonly say: Readonly<Record<CaseStage, string>>;
  readonly ask: string;
}

const words: Readonly<Record<Language, Words>> = {
  FR: {
    open: {
      CLIENT_NAME: 'Bonjour, {collector}, du service clients de {brand}.',
      AGENCY: 'Bonjour, {collector}, du cabinet {agency}. Nous agissons pour {client}.',
    },
    check: {
      PERSON: 'Puis-je parler à {debtor} ? Pour être sûr de parler à la bonne personne : quel est votre code postal ?',
      COMPANY: 'Puis-je parler à la personne qui règle les factures de {debtor} ? Quel est votre nom, s’il vous plaît ?',
    },
    recall: 'Nous vous avons écrit le {on}, lettre {reference}.',
    noLetterYet: 'La première lettre n’est pas encore partie : ne réclamez rien, vérifiez l’adresse.',
    say: {
      BEFORE_DUE: 'Une facture de {open} arrive à échéance. L’avez-vous bien reçue ?',
      REMINDER: 'Il reste {open} à payer. C’est peut-être un simple oubli.',
      CALL: 'Il reste {open} à payer, malgré nos messages. Qu’est-ce qui bloque ?',
      FORMAL_NOTICE: 'Une mise en demeure vous a été adressée pour {open}. Trouvons une solution à l’amiable.',
    },
    ask: 'Quel jour pouvez-vous payer ? Carte, virement, ou en plusieurs fois ?',
  },
  EN: {
    open: {
      CLIENT_NAME: 'Hello, this is {collector} from customer service at {brand}.',
      AGENCY: 'Hello, this is {collector} from {agency}. We act for {client}.',
    },
    check: {
      PERSON: 'May I speak to {debtor}? To be sure I have the right person: what is your postcode?',
      COMPANY: 'May I speak to whoever pays the invoices of {debtor}? May I have your name, please?',
    },
    recall: 'We wrote to you on {on}, letter {reference}.',
    noLetterYet: 'The first letter has not left yet: claim nothing, check the address.',
    say: {
      BEFORE_DUE: 'An invoice of {open} will soon be due. Did you receive it?',
      REMINDER: 'There are {open} left to pay. It may simply have been forgotten.',
      CALL: 'There are {open} left to pay, despite our messages. What stands in the way?',
      FORMAL_NOTICE: 'A formal notice was sent to you for {open}. Let us find an amicable solution.',
    },
    ask: 'Which day can you pay? By card, by transfer, or in several parts?',
  },
};

export interface ScriptFacts {
  readonly hat: Hat;
  readonly stage: CaseStage;
  readonly language: Language;
  readonly debtorKind: DebtorKind;
  readonly collector: string;
  readonly agency: string;
  readonly client: string;
  readonly brand: string;
  readonly debtor: string;
  readonly open: string;
  readonly firstLetter: { readonly reference: string; readonly on: string } | null;
}

/** The script for this hat, stage and language. Under the client's name the agency is never in it. */
export function callScript(facts: ScriptFacts): CallScript {
  const { hat, stage, language, debtorKind, firstLetter, ...rest } = facts;
  const said = words[language];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String({ ...rest, ...firstLetter }[name as keyof typeof rest] ?? ''));
  return {
    open: fill(said.open[hat]),
    check: fill(said.check[debtorKind]),
    recall: hat === 'AGENCY' ? fill(firstLetter ? said.recall : said.noLetterYet) : null,
    say: fill(said.say[stage]),
    ask: fill(said.ask),
  };
}
