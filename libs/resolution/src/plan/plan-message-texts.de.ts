import type { PlanMessageTexts, PlanWords } from './plan-message-texts';

const messages: PlanMessageTexts = {
  proposed: () => ({
    subject: 'Ihnen wird ein Ratenplan vorgeschlagen',
    preheader: 'Lesen Sie ihn und sagen Sie ja oder nein. Ohne Ihre Zustimmung wird nichts abgebucht.',
    title: 'Ihnen wird ein Ratenplan vorgeschlagen',
    body: `Das schlagen wir Ihnen vor, ohne Kosten.

[instalments]

[note]

Öffnen Sie Ihren Fall, um zuzustimmen oder etwas anderes vorzuschlagen. Ohne Ihre Zustimmung wird nichts abgebucht.

[pay]`,
  }),
  accepted: () => ({
    subject: 'Ihr Ratenplan ist vereinbart',
    preheader: 'Bewahren Sie diese Nachricht auf: Sie enthält die Daten und den Text Ihrer Vereinbarung.',
    title: 'Ihr Ratenplan ist vereinbart',
    body: `Danke. Hier sind Ihre Raten. Der Text Ihrer Vereinbarung liegt bei.

[instalments]

Solange Sie an diesen Tagen zahlen, mahnen wir nicht.

[pay]

[transfer]

Ist ein Tag schwierig? Öffnen Sie Ihren Fall vor diesem Tag.`,
  }),
  changed: () => ({
    subject: 'Ihr Ratenplan hat sich geändert',
    preheader: 'Hier sind Ihre neuen Daten.',
    title: 'Ihr Ratenplan hat sich geändert',
    body: `Ihre Änderung ist notiert. Das ist noch zu zahlen.

[instalments]

[pay]`,
  }),
  refused: () => ({
    subject: 'Antwort auf Ihren Ratenvorschlag',
    preheader: 'Ihr Vorschlag ist nicht angenommen. Eine andere Lösung ist möglich.',
    title: 'Ihr Vorschlag ist nicht angenommen',
    body: `Wir haben Ihren Vorschlag geprüft. Er ist nicht angenommen. Der Grund:

[note]

Es wurde nichts abgebucht. Sie können einen anderen Betrag oder ein anderes Datum vorschlagen.

[pay]`,
  }),
  ahead: ({ amount, day, means }) => ({
    subject: `Abbuchung von ${amount} am ${day}`,
    preheader: 'Ein Hinweis vor Ihrer Rate. Sie müssen nichts tun.',
    title: `Ihre Rate vom ${day}`,
    body: `Wir buchen ${amount} am ${day} ab: ${means}.

Sie müssen nichts tun. Möchten Sie anders zahlen oder das Datum ändern? Öffnen Sie Ihren Fall vor diesem Tag.

[pay]`,
  }),
  failed: ({ amount, means }) => ({
    subject: `Die Abbuchung von ${amount} kam nicht zustande`,
    preheader: 'Es wurde kein Geld abgebucht. Sie können in zwei Minuten zahlen.',
    title: 'Die Abbuchung kam nicht zustande',
    body: `Die Bank hat ${amount} abgelehnt: ${means}. Es wurde kein Geld abgebucht.

Sie können diese Rate jetzt per Karte oder Überweisung zahlen. Sie können auch ein anderes Zahlungsmittel hinterlegen.

[pay]

[transfer]`,
  }),
  late: ({ amount, day, payBy }) => ({
    subject: `Rate vom ${day}: ${amount} zu zahlen vor dem ${payBy}`,
    preheader: 'Ihr Ratenplan läuft weiter, wenn Sie vor diesem Tag zahlen.',
    title: 'Eine Rate ist nicht bezahlt',
    body: `Wir haben Ihre Rate vom ${day} nicht erhalten. Es fehlen ${amount}.

Zahlen Sie diesen Betrag vor dem ${payBy}, dann läuft Ihr Ratenplan weiter. Nach diesem Tag endet er, und der ganze Rest ist auf einmal fällig.

[pay]

[transfer]

Haben Sie gerade gezahlt? Danke, dann ist diese Nachricht gegenstandslos. Eine Schwierigkeit? Sagen Sie es uns vor diesem Tag.`,
  }),
  broken: ({ amount }) => ({
    subject: `Ihr Ratenplan ist beendet: ${amount} zu zahlen`,
    preheader: 'Eine Lösung bleibt möglich. Sagen Sie uns, was Sie zahlen können.',
    title: 'Ihr Ratenplan ist beendet',
    body: `Eine Rate blieb nach unserer Nachricht unbezahlt. Ihr Ratenplan endet deshalb, wie in Ihrer Vereinbarung vorgesehen.

Noch zu zahlen sind ${amount}, auf einmal.

[pay]

[transfer]

Eine Lösung bleibt möglich. Sagen Sie uns, was Sie zahlen können.`,
  }),
};

export const planWordsDe: PlanWords = {
  messages,
  means: {
    onFile: 'hinterlegtes Zahlungsmittel',
    account: (end) => `Konto mit der Endung ${end}`,
    card: (end) => `Karte mit der Endung ${end}`,
  },
  agreement: { title: 'Ihr Ratenplan', proof: (day, time) => `Online vereinbart am ${day} um ${time} Uhr (Pariser Zeit).` },
};
