import type { PlanMessageTexts, PlanWords } from './plan-message-texts';

const messages: PlanMessageTexts = {
  proposed: () => ({
    subject: 'Wij stellen u een betaalplan voor',
    preheader: 'Lees het en zeg ja of nee. Zonder uw akkoord wordt niets afgeschreven.',
    title: 'Wij stellen u een betaalplan voor',
    body: `Dit stellen wij u voor, zonder kosten.

[instalments]

[note]

Open uw dossier om akkoord te gaan of iets anders voor te stellen. Zonder uw akkoord wordt niets afgeschreven.

[pay]`,
  }),
  accepted: () => ({
    subject: 'Uw betaalplan is afgesproken',
    preheader: 'Bewaar dit bericht: het bevat de datums en de tekst van uw akkoord.',
    title: 'Uw betaalplan is afgesproken',
    body: `Dank u. Dit zijn uw termijnen. De tekst van uw akkoord zit erbij.

[instalments]

Zolang u op deze dagen betaalt, sturen wij geen herinnering.

[pay]

[transfer]

Is een dag moeilijk? Open uw dossier vóór die dag.`,
  }),
  changed: () => ({
    subject: 'Uw betaalplan is gewijzigd',
    preheader: 'Dit zijn uw nieuwe datums.',
    title: 'Uw betaalplan is gewijzigd',
    body: `Uw wijziging is verwerkt. Dit is nog te betalen.

[instalments]

[pay]`,
  }),
  refused: () => ({
    subject: 'Antwoord op uw voorstel voor een betaalplan',
    preheader: 'Uw voorstel is niet aanvaard. Een andere oplossing is mogelijk.',
    title: 'Uw voorstel is niet aanvaard',
    body: `Wij hebben uw voorstel bekeken. Het is niet aanvaard. Dit is de reden:

[note]

Er is niets afgeschreven. U kunt een ander bedrag of een andere datum voorstellen.

[pay]`,
  }),
  ahead: ({ amount, day, means }) => ({
    subject: `Afschrijving van ${amount} op ${day}`,
    preheader: 'Een bericht vóór uw termijn. U hoeft niets te doen.',
    title: `Uw termijn van ${day}`,
    body: `Wij schrijven ${amount} af op ${day}: ${means}.

U hoeft niets te doen. Wilt u anders betalen of de datum wijzigen? Open uw dossier vóór die dag.

[pay]`,
  }),
  failed: ({ amount, means }) => ({
    subject: `De afschrijving van ${amount} is niet gelukt`,
    preheader: 'Er is geen geld afgeschreven. U kunt in twee minuten betalen.',
    title: 'De afschrijving is niet gelukt',
    body: `De bank heeft ${amount} geweigerd: ${means}. Er is geen geld afgeschreven.

U kunt deze termijn nu betalen, met een kaart of per overschrijving. U kunt ook een ander betaalmiddel vastleggen.

[pay]

[transfer]`,
  }),
  late: ({ amount, day, payBy }) => ({
    subject: `Termijn van ${day}: ${amount} te betalen vóór ${payBy}`,
    preheader: 'Uw plan loopt door als u vóór die dag betaalt.',
    title: 'Een termijn is niet betaald',
    body: `Wij hebben uw termijn van ${day} niet ontvangen. Er ontbreekt ${amount}.

Betaal dit bedrag vóór ${payBy}, dan loopt uw plan door. Na die dag stopt het, en is de hele rest in één keer verschuldigd.

[pay]

[transfer]

Hebt u net betaald? Dank u, dan kunt u dit bericht negeren. Is het moeilijk? Zeg het ons vóór die dag.`,
  }),
  broken: ({ amount }) => ({
    subject: `Uw betaalplan is gestopt: ${amount} te betalen`,
    preheader: 'Een oplossing blijft mogelijk. Zeg ons wat u kunt betalen.',
    title: 'Uw betaalplan is gestopt',
    body: `Een termijn bleef onbetaald na ons bericht. Daarom stopt uw betaalplan, zoals in uw akkoord staat.

Nog te betalen is ${amount}, in één keer.

[pay]

[transfer]

Een oplossing blijft mogelijk. Zeg ons wat u kunt betalen.`,
  }),
};

export const planWordsNl: PlanWords = {
  messages,
  means: {
    onFile: 'vastgelegd betaalmiddel',
    account: (end) => `rekening die eindigt op ${end}`,
    card: (end) => `kaart die eindigt op ${end}`,
  },
  agreement: { title: 'Uw betaalplan', proof: (day, time) => `Akkoord gegeven via internet op ${day} om ${time} uur (tijd van Parijs).` },
};
