import type { MessageLanguage, MessageText } from '@amiable/outreach';
import { planWordsDe } from './plan-message-texts.de';
import { planWordsEn } from './plan-message-texts.en';
import { planWordsEs } from './plan-message-texts.es';
import { planWordsFr } from './plan-message-texts.fr';
import { planWordsIt } from './plan-message-texts.it';
import { planWordsNl } from './plan-message-texts.nl';

/** What is written to a debtor about his plan. */
export type PlanMessageKind = 'proposed' | 'accepted' | 'changed' | 'refused' | 'ahead' | 'failed' | 'late' | 'broken';

/** Messages that ask for money: they stay when the case is paused, disputed, paid or being paid. */
export const asksForMoney: readonly PlanMessageKind[] = ['ahead', 'failed', 'late', 'broken'];

/** Worded facts a text may use besides those of every message; `note` is shown as the person wrote it. */
export interface PlanMessageWords {
  readonly amount: string;
  readonly day: string;
  readonly payBy: string;
  readonly means: string;
}

export type PlanMessageTexts = Record<PlanMessageKind, (words: PlanMessageWords) => MessageText>;

/** All that is said of a plan in one language. `end` is the last four signs of a card or an account. */
export interface PlanWords {
  readonly messages: PlanMessageTexts;
  readonly means: { readonly onFile: string; readonly account: (end: string) => string; readonly card: (end: string) => string };
  readonly agreement: { readonly title: string; readonly proof: (day: string, time: string) => string };
}

export const planWords: Record<MessageLanguage, PlanWords> = {
  fr: planWordsFr,
  en: planWordsEn,
  de: planWordsDe,
  es: planWordsEs,
  it: planWordsIt,
  nl: planWordsNl,
};

/** How a means of payment is named: never its number. */
export function meansText(means: { kind: string; brand: string | null; last4: string | null } | null, language: MessageLanguage): string {
  const words = planWords[language].means;
  if (!means) return words.onFile;
  return (means.kind === 'sepa_debit' ? words.account : words.card)(means.last4 ?? '');
}

/** The printed agreement: schedule, text, and on which day and at what time (Paris) it was given. */
export function agreementText(day: string, time: string, language: MessageLanguage): MessageText {
  const { title, proof } = planWords[language].agreement;
  return { subject: title, preheader: title, title, body: `[instalments]\n\n[note]\n\n${proof(day, time)}` };
}
