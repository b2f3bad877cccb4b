import type { PlanMessageTexts, PlanWords } from './plan-message-texts';

const messages: PlanMessageTexts = {
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

export const planWordsEn: PlanWords = {
  messages,
  means: { onFile: 'means of payment on file', account: (end) => `account ending in ${end}`, card: (end) => `card ending in ${end}` },
  agreement: { title: 'Your payment plan', proof: (day, time) => `Agreed online on ${day} at ${time}.` },
};
