import type { InstalmentDraft } from './schedule.rules';

export type PlanLanguage = 'fr' | 'en';

export interface PlanTerms {
  readonly creditor: string;
  readonly caseReference: string;
  readonly total: string; // worded amount
  readonly count: number;
  readonly graceDays: number;
}

/**
 * The text a debtor agrees to, in plain words: what he owns to owe (acknowledgement, C. civ. 2240), that time costs nothing,
 * what happens when an instalment is missed (déchéance du terme, with notice first). The very lines are shown, archived and printed.
 */
export function planText(terms: PlanTerms, language: PlanLanguage): string[] {
  const { creditor, caseReference, total, count, graceDays } = terms;
  if (language === 'en')
    return [
      `I owe ${total} to ${creditor} (case ${caseReference}).`,
      `I pay this sum in ${count === 1 ? 'one instalment' : `${count} instalments`}, on the days shown above. This costs me no fee and no interest.`,
      'If I register a card or an account, each instalment is collected on its day, and I am told before. I may change it.',
      'Otherwise I pay each instalment myself, by transfer or by card, on its day at the latest.',
      'I may pay sooner, in part or in whole, at any time and at no cost.',
      `If I miss an instalment, I am told first. I then have ${graceDays} days to pay it.`,
      `If it is still unpaid after these ${graceDays} days, this plan ends. All that is left is then due at once.`,
      'By agreeing I acknowledge this debt. The time allowed to claim it begins anew on the day I agree (French Civil Code, article 2240).',
      'I keep my rights. If I find an error, I can still dispute an invoice.',
    ];
  return [
    `Je dois ${total} à ${creditor} (dossier ${caseReference}).`,
    `Je paie cette somme en ${count === 1 ? 'une fois' : `${count} fois`}, aux dates ci-dessus. Cela ne me coûte ni frais ni intérêts.`,
    'Si j’enregistre une carte ou un compte, chaque échéance est prélevée à sa date, et je suis prévenu avant. Je peux en changer.',
    'Sinon, je paie moi-même chaque échéance, par virement ou par carte, au plus tard à sa date.',
    'Je peux payer plus tôt, en partie ou en totalité, à tout moment et sans frais.',
    `Si je manque une échéance, vous me prévenez d’abord. J’ai alors ${graceDays} jours pour la payer.`,
    `Si elle reste impayée après ces ${graceDays} jours, cet échéancier prend fin. Tout le reste est alors dû en une fois.`,
    'En acceptant, je reconnais cette dette. Le délai pour la réclamer repart du jour de mon accord (article 2240 du Code civil).',
    'Je garde mes droits. Si je vois une erreur, je peux encore contester une facture.',
  ];
}

/** The schedule as lines of text, for the archived document. */
export function scheduleText(
  instalments: readonly InstalmentDraft[],
  words: { money: (minor: bigint) => string; day: (iso: string) => string },
): string[] {
  return instalments.map((i) => `${i.number}. ${words.day(i.dueOn.toString())} : ${words.money(i.amountMinor)}`);
}
