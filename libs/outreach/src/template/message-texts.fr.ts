import type { FixedTexts, MessageText, TemplateKey } from './message-texts';

const formalNotice =
  'Par la présente, nous vous mettons en demeure de payer {{ totals.open | money }} le {{ payBy | day }} au plus tard. Cette lettre vaut mise en demeure au sens de l’article 1344 du Code civil.';

const templates: Record<TemplateKey, MessageText> = {
  before_due: {
    subject: '{% if invoiceCount > 1 %}Vos factures arrivent{% else %}Votre facture {{ firstInvoice.number }} arrive{% endif %} à échéance',
    preheader: '{{ totals.open | money }} à payer le {{ firstInvoice.dueOn | day }} au plus tard. Vous n’êtes pas en retard.',
    title: '{% if invoiceCount > 1 %}Vos factures arrivent{% else %}Votre facture arrive{% endif %} à échéance',
    body: `Ce message est un simple rappel. Vous n’êtes pas en retard.

[amount]

[invoices]

[note]

[pay]

[transfer]

Vous avez déjà payé ? Merci, vous n’avez rien à faire.

Vous voyez une erreur ? Répondez-nous : nous corrigeons avec vous.`,
  },
  reminder_1: {
    subject: '{% if invoiceCount > 1 %}Vos factures restent{% else %}Votre facture {{ firstInvoice.number }} reste{% endif %} à payer',
    preheader: 'Il reste {{ totals.open | money }} à payer. Un oubli arrive : voici comment régler en deux minutes.',
    title: '{% if invoiceCount > 1 %}Vos factures restent{% else %}Votre facture reste{% endif %} à payer',
    body: `Nous n’avons pas reçu votre paiement. C’est peut-être un simple oubli.

[amount]

[invoices]

{% if payBy %}Merci de payer le {{ payBy | day }} au plus tard.{% else %}Merci de payer dès que possible.{% endif %}

[note]

[pay]

[transfer]

Vous avez payé ces derniers jours ? Merci, ne tenez pas compte de ce message.

Vous n’êtes pas d’accord, ou vous ne pouvez pas tout payer ? Dites-le-nous. Nous cherchons une solution avec vous.`,
  },
  reminder_2: {
    subject: 'Deuxième rappel : {{ totals.open | money }} à payer',
    preheader: 'Nous n’avons eu ni paiement ni réponse. Dites-nous ce qui bloque.',
    title: 'Deuxième rappel : votre paiement est attendu',
    body: `Nous vous avons déjà écrit. Nous n’avons eu ni paiement ni réponse.

[amount]

[invoices]

{% if payBy %}Merci de payer le {{ payBy | day }} au plus tard, ou de nous répondre avant ce jour.{% else %}Merci de payer ou de nous répondre rapidement.{% endif %}

[note]

[pay]

[transfer]

Quelque chose bloque ? Une erreur, un désaccord, une difficulté : dites-le-nous. Ce que vous contestez est suspendu, et nous vous répondons par écrit.`,
  },
  formal_notice: {
    subject: 'Mise en demeure de payer {{ totals.open | money }}',
    preheader: 'À payer le {{ payBy | day }} au plus tard. Une solution à l’amiable reste possible.',
    title: 'Mise en demeure de payer',
    body: `Malgré nos messages, {% if invoiceCount > 1 %}les factures ci-dessous restent impayées{% else %}la facture ci-dessous reste impayée{% endif %}.

[amount]

[invoices]

${formalNotice}

[note]

[pay]

[transfer]

Une solution à l’amiable reste possible. Si vous contestez une facture, dites-nous laquelle et pourquoi. Si vous ne pouvez pas tout payer, proposez-nous un montant et une date.

Sans paiement ni réponse à cette date, {{ creditor.name }} pourra demander au juge de trancher.`,
  },
  promise_confirmation: {
    subject: 'Votre promesse de payer {{ promise.amount | money }} le {{ promise.on | day }}',
    preheader: 'Merci. Nous attendons cette date avant de vous écrire de nouveau.',
    title: 'Nous avons noté votre promesse',
    body: `Merci de votre réponse. Vous avez promis de payer {{ promise.amount | money }} le {{ promise.on | day }}{% if promise.invoices.size > 0 %} {% if promise.invoices.size > 1 %}pour les factures{% else %}pour la facture{% endif %} {% for number in promise.invoices %}{{ number }}{% unless forloop.last %}, {% endunless %}{% endfor %}{% endif %}.

Nous attendons cette date. Nous ne vous relançons pas d’ici là.

[note]

[pay]

[transfer]

Un imprévu ? Dites-le-nous avant cette date. Nous cherchons une autre solution avec vous.`,
  },
  payment_receipt: {
    subject: 'Nous avons reçu votre paiement de {{ payment.amount | money }}',
    preheader:
      '{% if nothingLeft %}Tout est payé, merci.{% else %}Votre quittance est jointe. Il reste {{ payment.openAfter | money }}.{% endif %}',
    title: 'Merci, nous avons reçu votre paiement',
    body: `[payment]

Votre quittance est jointe à ce message. Gardez-la.

{% if nothingLeft %}Tout est payé. Vous n’avez plus rien à faire.{% else %}Il reste {{ payment.openAfter | money }} à payer.{% endif %}

[note]`,
  },
  receipt: {
    subject: 'Quittance {{ payment.receiptNumber }}',
    preheader: '{{ payment.amount | money }} reçus le {{ payment.on | day }}',
    title: 'Quittance {{ payment.receiptNumber }}',
    body: `Nous avons reçu de {{ debtor.name }} la somme de {{ payment.amount | money }}, pour {{ creditor.name }}.

[payment]

[invoices]

{% if nothingLeft %}Le dossier {{ case.reference }} est réglé. Plus rien ne vous est demandé.{% else %}Cette quittance vaut pour la somme reçue. Elle ne vaut pas quittance du solde : il reste {{ payment.openAfter | money }} à payer.{% endif %}`,
  },
  attestation: {
    subject: 'Attestation de règlement {{ case.reference }}',
    preheader: 'Plus rien n’est dû pour ce dossier.',
    title: 'Attestation de règlement',
    body: `Nous attestons que {{ debtor.name }} a réglé le dossier {{ case.reference }}, pour {{ creditor.name }}.

Au {{ today | day }}, plus rien n’est dû pour ce dossier. Aucune autre somme ne sera demandée pour ces factures.

[payment]

Cette attestation reste valable tant que la banque ne reprend aucun des paiements reçus.`,
  },
  plan_confirmation: {
    subject: 'Votre échéancier pour {{ plan.total | money }}',
    preheader: 'Votre accord est noté. Première échéance le {{ firstInstalment.on | day }}.',
    title: 'Votre échéancier',
    body: `Nous avons noté notre accord. Vous payez {{ plan.total | money }} en {{ instalmentCount }} fois, sans frais.

[instalments]

Tant que vous payez à ces dates, nous ne vous relançons pas.

[note]

[pay]

[transfer]

Une date pose problème ? Dites-le-nous avant. Nous la changeons si c’est possible.`,
  },
  free_message: {
    subject: 'Au sujet de votre dossier {{ case.reference }}',
    preheader: '{% if hasNote %}Un message pour vous.{% else %}Le lien vers votre dossier.{% endif %}',
    title: 'Au sujet de votre dossier',
    body: `{% unless hasNote %}Voici le lien vers votre dossier. Gardez-le pour vous.{% endunless %}

[note]

[pay]`,
  },
  answer_reply: {
    subject: 'Notre réponse – dossier {{ case.reference }}',
    preheader: 'Vous nous avez écrit. Voici notre réponse.',
    title: 'Notre réponse',
    body: `Vous nous avez écrit au sujet de votre dossier. Voici notre réponse.

[note]

Elle est aussi sur la page de votre dossier.

[open]`,
  },
};

const fixed: FixedTexts = {
  greeting: '{% if debtor.kind == "person" %}Bonjour {{ debtor.name }},{% else %}Bonjour,{% endif %}',
  closing: 'Bien cordialement,',
  signature: '{% if hat == "agency" %}{{ agency.name }}, pour le compte de {{ creditor.name }}{% else %}{{ brand.name }}{% endif %}',
  mandate:
    '{{ agency.name }}, {{ agency.address }}, exerce une activité de recouvrement amiable de créances. Nous agissons pour {{ creditor.name }}, {{ creditor.address }}, qui nous a donné mandat de recevoir les sommes ci-dessous.',
  firstLetter: 'Ce message fait suite à notre lettre référence {{ firstLetter.reference }}, envoyée le {{ firstLetter.on | day }}.',
  basis:
    'Fondement de la créance : {% if invoiceCount > 1 %}factures impayées{% else %}facture impayée{% endif %} {% for invoice in invoices %}{{ invoice.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}, {% if invoiceCount > 1 %}émises{% else %}émise{% endif %} par {{ creditor.name }}.',
  noCosts: 'Cette somme ne comprend aucun des frais qui restent à la charge du créancier.',
  howToPay:
    'Nous vous demandons de payer {{ totals.open | money }}{% if payBy %} le {{ payBy | day }} au plus tard{% endif %} : {% if hasTransfer %}par virement sur le compte ci-dessus, ou {% endif %}en ligne.',
  late: 'Ces sommes sont acquises au {{ late.asOf | day }} (articles L441-10 et D441-5 du Code de commerce{% if late.penalty.amount != "0.00" %}, article 1231-5 du Code civil{% endif %}){% if late.provisional %}, au dernier taux publié{% endif %}. Elles ne sont pas comprises dans le total à payer ci-dessus et ne se règlent pas en ligne : {{ creditor.name }} se réserve de les demander.',
  formalNotice,
  lawIntro: 'Article L111-8 du Code des procédures civiles d’exécution, alinéas 2 et 3 :',
  frenchIntro: '',
  dataNotice:
    '{{ agency.name }} traite vos coordonnées, vos factures et vos paiements pour obtenir à l’amiable le règlement de cette créance, dans l’intérêt légitime de {{ creditor.name }}, qui nous les a transmis. Seuls {{ creditor.name }} et nos prestataires les reçoivent. Nous les gardons le temps du dossier, puis le temps prévu par la loi. Vous pouvez les consulter, les corriger, en limiter l’usage ou vous y opposer : {{ agency.email }}. Vous pouvez aussi saisir la CNIL (RGPD, article 14).',
  dataShort:
    '{% if hat == "agency" %}Vos données nous viennent de {{ creditor.name }} et servent à gérer ce dossier. Vos droits : {{ agency.email }}.{% else %}Vos données servent à gérer ces factures. Vos droits : {{ brand.email }}.{% endif %}',
  holder: 'Votre banque affichera le nom {{ transfer.holder }}. C’est normal : ce compte reçoit les paiements pour {{ creditor.name }}.',
  verify: 'Un doute ? Vérifiez ce message : {{ case.verifyAddress }}',
  sentBy:
    '{% if hat == "agency" %}{{ agency.name }}, {{ agency.address }}{% if agency.siren != "" %}, SIREN {{ agency.siren }}{% endif %}. Société de recouvrement amiable, mandatée par {{ creditor.name }}.{% else %}{{ brand.name }}, {{ brand.address }}{% endif %}',
  access: 'Ouvrez votre dossier, voyez les factures et payez en ligne :',
  words: {
    invoice: 'Facture',
    dueOn: 'Échéance',
    open: 'Reste à payer',
    disputed: 'contestée',
    invoices: 'Les factures',
    amountDue: 'Reste à payer',
    total: 'Total à payer',
    claim: 'Détail de la somme',
    principal: 'Principal',
    late: 'Acquis en sus, du fait du retard',
    lateInterest: 'Intérêts de retard',
    lateIndemnity: 'Indemnité forfaitaire de recouvrement',
    latePenalty: 'Clause pénale',
    lateTotal: 'Total acquis en sus',
    interest: 'Intérêts',
    accessories: 'Autres accessoires',
    paid: 'Déjà payé',
    openButton: 'Ouvrir mon dossier',
    payButton: 'Voir et payer en ligne',
    address: 'Adresse',
    reference: 'Référence',
    code: 'Code d’accès',
    transfer: 'Payer par virement',
    holder: 'Bénéficiaire',
    bankReference: 'Référence à indiquer',
    amount: 'Montant',
    qrAlt: 'Code QR du virement',
    qrHint: 'À scanner avec l’application de votre banque, si elle le permet.',
    receiptNumber: 'Quittance',
    received: 'Reçu le',
    method: 'Moyen de paiement',
    openAfter: 'Reste après ce paiement',
    method_card: 'Carte',
    method_sepa_debit: 'Prélèvement',
    method_transfer: 'Virement',
    method_cheque: 'Chèque',
    method_cash: 'Espèces',
    method_other: 'Autre',
    instalment: 'Échéance',
    day: 'Date',
    law: 'Ce que dit la loi',
    french: 'En français',
    data: 'Vos données personnelles',
    caseReference: 'Dossier',
    ourReference: 'Notre référence',
    phone: 'Téléphone',
    page: 'Page',
    payment: 'Votre paiement',
    plan: 'Vos échéances',
  },
};

export const messageTextsFr = { templates, fixed };
