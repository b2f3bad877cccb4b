import type { MessageText } from '@amiable/outreach';
import type { PlanLanguage } from './plan-text.rules';

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

type Texts = Record<PlanMessageKind, (words: PlanMessageWords) => MessageText>;

const fr: Texts = {
  proposed: () => ({
    subject: 'Un échéancier vous est proposé',
    preheader: 'Lisez-le, puis dites oui ou non. Rien n’est débité sans votre accord.',
    title: 'Un échéancier vous est proposé',
    body: `Voici ce que nous vous proposons, sans frais.

[instalments]

[note]

Ouvrez votre dossier pour accepter, ou pour proposer autre chose. Rien n’est débité sans votre accord.

[pay]`,
  }),
  accepted: () => ({
    subject: 'Votre échéancier est accepté',
    preheader: 'Gardez ce message : il contient les dates et le texte de votre accord.',
    title: 'Votre échéancier est accepté',
    body: `Merci. Voici vos échéances. Le texte de votre accord est joint.

[instalments]

Tant que vous payez à ces dates, nous ne vous relançons pas.

[pay]

[transfer]

Une date pose problème ? Ouvrez votre dossier avant cette date.`,
  }),
  changed: () => ({
    subject: 'Votre échéancier a changé',
    preheader: 'Voici vos nouvelles dates.',
    title: 'Votre échéancier a changé',
    body: `Votre demande est prise en compte. Voici ce qui reste à payer.

[instalments]

[pay]`,
  }),
  refused: () => ({
    subject: 'Réponse à votre proposition d’échéancier',
    preheader: 'Votre proposition n’est pas acceptée. Une autre solution reste possible.',
    title: 'Votre proposition n’est pas acceptée',
    body: `Nous avons étudié votre proposition. Elle n’est pas acceptée. Voici pourquoi :

[note]

Rien n’a été débité. Vous pouvez proposer un autre montant ou une autre date.

[pay]`,
  }),
  ahead: ({ amount, day, means }) => ({
    subject: `Prélèvement de ${amount} le ${day}`,
    preheader: 'Un rappel avant votre échéance. Vous n’avez rien à faire.',
    title: `Votre échéance du ${day}`,
    body: `Nous prélevons ${amount} le ${day} : ${means}.

Vous n’avez rien à faire. Vous voulez payer autrement ou changer la date ? Ouvrez votre dossier avant ce jour.

[pay]`,
  }),
  failed: ({ amount, means }) => ({
    subject: `Le prélèvement de ${amount} n’a pas abouti`,
    preheader: 'Aucun argent n’a été débité. Vous pouvez payer en deux minutes.',
    title: 'Le prélèvement n’a pas abouti',
    body: `La banque a refusé ${amount} : ${means}. Aucun argent n’a été débité.

Vous pouvez payer cette échéance maintenant, par carte ou par virement. Vous pouvez aussi enregistrer un autre moyen de paiement.

[pay]

[transfer]`,
  }),
  late: ({ amount, day, payBy }) => ({
    subject: `Échéance du ${day} : ${amount} à payer avant le ${payBy}`,
    preheader: 'Votre échéancier continue si vous payez avant cette date.',
    title: 'Une échéance n’est pas payée',
    body: `Nous n’avons pas reçu votre échéance du ${day}. Il manque ${amount}.

Payez cette somme avant le ${payBy} : votre échéancier continue. Après cette date, il prend fin, et tout le reste est dû en une fois.

[pay]

[transfer]

Vous venez de payer ? Merci, ne tenez pas compte de ce message. Une difficulté ? Dites-le-nous avant cette date.`,
  }),
  broken: ({ amount }) => ({
    subject: `Votre échéancier a pris fin : ${amount} à payer`,
    preheader: 'Une solution reste possible. Dites-nous ce que vous pouvez payer.',
    title: 'Votre échéancier a pris fin',
    body: `Une échéance est restée impayée après notre message. Votre échéancier prend donc fin, comme prévu dans votre accord.

Il reste ${amount} à payer, en une fois.

[pay]

[transfer]

Une solution reste possible. Dites-nous ce que vous pouvez payer.`,
  }),
};

const en: Texts = {
  proposed: () => ({
    subject: 'A payment plan is proposed to you',
    preheader: 'Read it, then say yes or no. Nothing is debited unless you agree.',
    title: 'A payment plan is proposed to you',
    body: `This is what we propose, free of charge.

[instalments]

[note]

Open your case to accept, or to propose something else. Nothing is debited unless you agree.

[pay]`,
  }),
  accepted: () => ({
    subject: 'Your payment plan is agreed',
    preheader: 'Keep this message: it holds the days and the text you agreed to.',
    title: 'Your payment plan is agreed',
    body: `Thank you. Here are your instalments. The text you agreed to is attached.

[instalments]

As long as you pay on these days, we send you no reminder.

[pay]

[transfer]

Is a day a problem? Open your case before that day.`,
  }),
  changed: () => ({
    subject: 'Your payment plan has changed',
    preheader: 'Here are your new days.',
    title: 'Your payment plan has changed',
    body: `Your change is made. Here is what is left to pay.

[instalments]

[pay]`,
  }),
  refused: () => ({
    subject: 'The answer to the plan you proposed',
    preheader: 'It is not accepted. Another solution is possible.',
    title: 'The plan you proposed is not accepted',
    body: `We have looked at the plan you proposed. It is not accepted. This is why:

[note]

Nothing was debited. You can propose another amount or another day.

[pay]`,
  }),
  ahead: ({ amount, day, means }) => ({
    subject: `${amount} will be collected on ${day}`,
    preheader: 'A word before your instalment. You have nothing to do.',
    title: `Your instalment of ${day}`,
    body: `We collect ${amount} on ${day}: ${means}.

You have nothing to do. Do you want to pay in another way or change the day? Open your case before that day.

[pay]`,
  }),
  failed: ({ amount, means }) => ({
    subject: `${amount} could not be collected`,
    preheader: 'No money was taken. You can pay in two minutes.',
    title: 'The instalment could not be collected',
    body: `The bank refused ${amount}: ${means}. No money was taken.

You can pay this instalment now, by card or by transfer. You can also register another means of payment.

[pay]

[transfer]`,
  }),
  late: ({ amount, day, payBy }) => ({
    subject: `Instalment of ${day}: ${amount} to pay before ${payBy}`,
    preheader: 'Your plan goes on if you pay before that day.',
    title: 'An instalment is not paid',
    body: `We have not received your instalment of ${day}. ${amount} is missing.

Pay this sum before ${payBy} and your plan goes on. After that day it ends, and all that is left is due at once.

[pay]

[transfer]

Have you just paid? Thank you, please ignore this message. Is it difficult? Tell us before that day.`,
  }),
  broken: ({ amount }) => ({
    subject: `Your payment plan has ended: ${amount} to pay`,
    preheader: 'A solution is still possible. Tell us what you can pay.',
    title: 'Your payment plan has ended',
    body: `An instalment stayed unpaid after our message. So your plan ends, as your agreement says.

${amount} is left to pay, at once.

[pay]

[transfer]

A solution is still possible. Tell us what you can pay.`,
  }),
};

export const planMessageTexts: Record<PlanLanguage, Texts> = { fr, en };

/** How a means of payment is named: never its number. */
export function meansText(means: { kind: string; brand: string | null; last4: string | null } | null, language: PlanLanguage): string {
  if (!means) return language === 'fr' ? 'moyen de paiement enregistré' : 'means of payment on file';
  const end = means.last4 ?? '';
  if (means.kind === 'sepa_debit') return language === 'fr' ? `compte qui finit par ${end}` : `account ending in ${end}`;
  return language === 'fr' ? `carte qui finit par ${end}` : `card ending in ${end}`;
}

/** The printed agreement: schedule, text, and how and when it was given. */
export function agreementText(proof: string, language: PlanLanguage): MessageText {
  const title = language === 'fr' ? 'Votre échéancier' : 'Your payment plan';
  return { subject: title, preheader: title, title, body: `[instalments]\n\n[note]\n\n${proof}` };
}
