import type { MessageLanguage } from '@amiable/outreach';
import type { InstalmentDraft } from './schedule.rules';

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
export function planText(terms: PlanTerms, language: MessageLanguage): string[] {
  return texts[language](terms);
}

const texts: Record<MessageLanguage, (terms: PlanTerms) => string[]> = {
  fr: ({ creditor, caseReference, total, count, graceDays }) => [
    `Je dois ${total} à ${creditor} (dossier ${caseReference}).`,
    `Je paie cette somme en ${count === 1 ? 'une fois' : `${count} fois`}, aux dates ci-dessus. Cela ne me coûte ni frais ni intérêts.`,
    'Si j’enregistre une carte ou un compte, chaque échéance est prélevée à sa date, et je suis prévenu avant. Je peux en changer.',
    'Sinon, je paie moi-même chaque échéance, par virement ou par carte, au plus tard à sa date.',
    'Je peux payer plus tôt, en partie ou en totalité, à tout moment et sans frais.',
    `Si je manque une échéance, vous me prévenez d’abord. J’ai alors ${graceDays} jours pour la payer.`,
    `Si elle reste impayée après ces ${graceDays} jours, cet échéancier prend fin. Tout le reste est alors dû en une fois.`,
    'En acceptant, je reconnais cette dette. Le délai pour la réclamer repart du jour de mon accord (article 2240 du Code civil).',
    'Je garde mes droits. Si je vois une erreur, je peux encore contester une facture.',
  ],
  en: ({ creditor, caseReference, total, count, graceDays }) => [
    `I owe ${total} to ${creditor} (case ${caseReference}).`,
    `I pay this sum in ${count === 1 ? 'one instalment' : `${count} instalments`}, on the days shown above. This costs me no fee and no interest.`,
    'If I register a card or an account, each instalment is collected on its day, and I am told before. I may change it.',
    'Otherwise I pay each instalment myself, by transfer or by card, on its day at the latest.',
    'I may pay sooner, in part or in whole, at any time and at no cost.',
    `If I miss an instalment, I am told first. I then have ${graceDays} days to pay it.`,
    `If it is still unpaid after these ${graceDays} days, this plan ends. All that is left is then due at once.`,
    'By agreeing I acknowledge this debt. The time allowed to claim it begins anew on the day I agree (French Civil Code, article 2240).',
    'I keep my rights. If I find an error, I can still dispute an invoice.',
  ],
  de: ({ creditor, caseReference, total, count, graceDays }) => [
    `Ich schulde ${creditor} ${total} (Fall ${caseReference}).`,
    `Ich zahle diesen Betrag in ${count === 1 ? 'einer Rate' : `${count} Raten`}, an den Tagen oben. Das kostet mich weder Gebühren noch Zinsen.`,
    'Hinterlege ich eine Karte oder ein Konto, wird jede Rate an ihrem Tag abgebucht, und ich erfahre es vorher. Ich kann das ändern.',
    'Sonst zahle ich jede Rate selbst, per Überweisung oder Karte, spätestens an ihrem Tag.',
    'Ich darf jederzeit früher zahlen, teilweise oder ganz, ohne Kosten.',
    `Bleibt eine Rate aus, erhalte ich zuerst eine Nachricht. Dann habe ich ${graceDays} Tage, um sie zu zahlen.`,
    `Ist sie nach diesen ${graceDays} Tagen noch unbezahlt, endet dieser Ratenplan. Der ganze Rest ist dann auf einmal fällig.`,
    'Mit meiner Zustimmung erkenne ich diese Schuld an. Die Frist, sie zu fordern, beginnt am Tag meiner Zustimmung neu (Artikel 2240 des französischen Code civil).',
    'Meine Rechte bleiben mir. Finde ich einen Fehler, kann ich eine Rechnung noch bestreiten.',
  ],
  es: ({ creditor, caseReference, total, count, graceDays }) => [
    `Debo ${total} a ${creditor} (expediente ${caseReference}).`,
    `Pago esta suma en ${count === 1 ? 'un plazo' : `${count} plazos`}, en las fechas de arriba. Esto no me cuesta ni gastos ni intereses.`,
    'Si registro una tarjeta o una cuenta, cada plazo se cobra en su fecha y se me avisa antes. Puedo cambiarla.',
    'Si no, pago yo mismo cada plazo, por transferencia o con tarjeta, en su fecha como tarde.',
    'Puedo pagar antes, en parte o del todo, en cualquier momento y sin gastos.',
    `Si no pago un plazo, primero se me avisa. Tengo entonces ${graceDays} días para pagarlo.`,
    `Si sigue sin pagar después de esos ${graceDays} días, este plan termina. Todo el resto se debe entonces de una vez.`,
    'Al aceptar reconozco esta deuda. El plazo para reclamarla empieza de nuevo el día de mi acuerdo (artículo 2240 del Código Civil francés).',
    'Conservo mis derechos. Si veo un error, todavía puedo discutir una factura.',
  ],
  it: ({ creditor, caseReference, total, count, graceDays }) => [
    `Devo ${total} a ${creditor} (pratica ${caseReference}).`,
    `Pago questa somma in ${count === 1 ? 'una rata' : `${count} rate`}, alle date qui sopra. Questo non mi costa né spese né interessi.`,
    'Se registro una carta o un conto, ogni rata è addebitata alla sua data, e sono avvisato prima. Posso cambiarlo.',
    'Altrimenti pago io ogni rata, con bonifico o con carta, al più tardi alla sua data.',
    'Posso pagare prima, in parte o tutto, in qualsiasi momento e senza spese.',
    `Se manco una rata, prima vengo avvisato. Ho poi ${graceDays} giorni per pagarla.`,
    `Se resta non pagata dopo questi ${graceDays} giorni, il piano finisce. Tutto il resto è allora dovuto in una volta.`,
    'Accettando riconosco questo debito. Il termine per chiederlo riparte dal giorno del mio accordo (articolo 2240 del Codice civile francese).',
    'Conservo i miei diritti. Se vedo un errore, posso ancora contestare una fattura.',
  ],
  nl: ({ creditor, caseReference, total, count, graceDays }) => [
    `Ik ben ${creditor} ${total} verschuldigd (dossier ${caseReference}).`,
    `Ik betaal dit bedrag in ${count === 1 ? 'één termijn' : `${count} termijnen`}, op de dagen hierboven. Dat kost mij geen kosten en geen rente.`,
    'Leg ik een kaart of een rekening vast, dan wordt elke termijn op haar dag afgeschreven, en krijg ik vooraf bericht. Ik kan dit wijzigen.',
    'Anders betaal ik elke termijn zelf, per overschrijving of met een kaart, uiterlijk op haar dag.',
    'Ik mag altijd eerder betalen, een deel of alles, zonder kosten.',
    `Mis ik een termijn, dan krijg ik eerst bericht. Ik heb dan ${graceDays} dagen om haar te betalen.`,
    `Is zij na die ${graceDays} dagen nog niet betaald, dan stopt dit plan. De hele rest is dan in één keer verschuldigd.`,
    'Met mijn akkoord erken ik deze schuld. De termijn om haar te vorderen begint opnieuw op de dag van mijn akkoord (artikel 2240 van de Franse Code civil).',
    'Ik behoud mijn rechten. Zie ik een fout, dan kan ik een factuur nog betwisten.',
  ],
};

/** The schedule as lines of text, for the archived document. */
export function scheduleText(
  instalments: readonly InstalmentDraft[],
  words: { money: (minor: bigint) => string; day: (iso: string) => string },
): string[] {
  return instalments.map((i) => `${i.number}. ${words.day(i.dueOn.toString())} : ${words.money(i.amountMinor)}`);
}
