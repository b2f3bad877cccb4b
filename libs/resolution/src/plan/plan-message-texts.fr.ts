import type { PlanMessageTexts, PlanWords } from './plan-message-texts';

const messages: PlanMessageTexts = {
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

export const planWordsFr: PlanWords = {
  messages,
  means: {
    onFile: 'moyen de paiement enregistré',
    account: (end) => `compte qui finit par ${end}`,
    card: (end) => `carte qui finit par ${end}`,
  },
  agreement: { title: 'Votre échéancier', proof: (day, time) => `Accord donné en ligne le ${day} à ${time}.` },
};
