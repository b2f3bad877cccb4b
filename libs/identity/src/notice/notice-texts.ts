/** A plain letter to a client's user: a subject and paragraphs. */
export interface NoticeText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

interface Invited {
  readonly name: string;
  readonly by: string;
  readonly company: string;
  readonly agency: string;
  readonly link: string;
  readonly days: number;
}

interface BankChanged {
  readonly name: string;
  readonly by: string;
  readonly brand: string;
  readonly ibanEnd: string | null;
  readonly agency: string;
  readonly phone: string;
}

interface AlertDigest {
  readonly name: string;
  readonly client: string;
  /** How many alerts of each kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly link: string;
}

const alertWords = {
  fr: {
    broken_promise: 'promesse rompue',
    instalment_missed: 'échéance manquée',
    dispute_deadline: 'délai de litige proche ou dépassé',
    falling_score: 'score payeur en baisse',
    limit_near: 'encours proche de la limite',
    limit_passed: 'encours au-dessus de la limite',
    insolvency: 'débiteur insolvable ou surendetté',
  },
  en: {
    broken_promise: 'broken promise',
    instalment_missed: 'instalment missed',
    dispute_deadline: 'deadline of a dispute near or passed',
    falling_score: 'payer score falling',
    limit_near: 'open sum near the limit',
    limit_passed: 'open sum above the limit',
    insolvency: 'insolvent or over-indebted debtor',
  },
} as const;
const countedIn = (language: 'fr' | 'en', counts: AlertDigest['counts']) =>
  Object.entries(counts)
    .map(([kind, n]) => `${n} × ${(alertWords[language] as Record<string, string>)[kind] ?? kind}`)
    .join(', ');

/** The words of the notices the agency sends to the people of its clients, and to its own. No debtor is named in any. */
export const noticeTexts = {
  fr: {
    alertDigest: ({ name, client, counts, link }: AlertDigest): NoticeText => ({
      subject: `Alertes du jour : ${client}`,
      paragraphs: [`Bonjour ${name},`, `${client} : ${countedIn('fr', counts)}.`, `Le détail est sur la console : ${link}`],
    }),
    invited: ({ name, by, company, agency, link, days }: Invited): NoticeText => ({
      subject: `Votre accès à l’espace client de ${agency}`,
      paragraphs: [
        `Bonjour ${name},`,
        `${by} vous ouvre l’espace client de ${company} chez ${agency}.`,
        `Choisissez votre mot de passe ici : ${link}`,
        `Ce lien fonctionne une seule fois, pendant ${days} jours.`,
        `Vous n’attendiez pas ce message ? Ignorez-le : rien ne se passe sans vous.`,
      ],
    }),
    bankChanged: ({ name, by, brand, ibanEnd, agency, phone }: BankChanged): NoticeText => ({
      subject: `Compte bancaire modifié : ${brand}`,
      paragraphs: [
        `Bonjour ${name},`,
        ibanEnd
          ? `Le compte montré à vos débiteurs sous la marque ${brand} a changé. Le nouvel IBAN finit par ${ibanEnd}.`
          : `La marque ${brand} ne montre plus de compte bancaire à vos débiteurs.`,
        `Modification faite par ${by}.`,
        `Ce n’était pas prévu ? Appelez ${agency} tout de suite : ${phone}.`,
      ],
    }),
  },
  en: {
    alertDigest: ({ name, client, counts, link }: AlertDigest): NoticeText => ({
      subject: `Alerts of the day: ${client}`,
      paragraphs: [`Hello ${name},`, `${client}: ${countedIn('en', counts)}.`, `The details are on the console: ${link}`],
    }),
    invited: ({ name, by, company, agency, link, days }: Invited): NoticeText => ({
      subject: `Your access to the client portal of ${agency}`,
      paragraphs: [
        `Hello ${name},`,
        `${by} opens the portal of ${company} at ${agency} for you.`,
        `Choose your password here: ${link}`,
        `This link works once, for ${days} days.`,
        `Did you not expect this message? Ignore it: nothing happens without you.`,
      ],
    }),
    bankChanged: ({ name, by, brand, ibanEnd, agency, phone }: BankChanged): NoticeText => ({
      subject: `Bank account changed: ${brand}`,
      paragraphs: [
        `Hello ${name},`,
        ibanEnd
          ? `The account shown to your debtors under the brand ${brand} has changed. The new IBAN ends in ${ibanEnd}.`
          : `The brand ${brand} shows your debtors no bank account any more.`,
        `Changed by ${by}.`,
        `Was this not planned? Call ${agency} at once: ${phone}.`,
      ],
    }),
  },
};
