/** What the hosted pages say, in the language of the session (`auto` asks the browser). */
const FRENCH = {
  lang: 'fr',
  banner: 'Mode test local : aucun argent réel, aucune vraie carte.',
  pay: 'Payer',
  payment: 'Paiement',
  amountDue: 'Montant à payer',
  quantity: (n: number) => `Quantité : ${n}`,
  method: 'Moyen de paiement',
  card: 'Carte bancaire',
  sepa_debit: 'Prélèvement SEPA',
  email: 'E-mail',
  cardNumber: 'Numéro de carte',
  expiry: 'Expiration (MM/AA)',
  cvc: 'Cryptogramme (CVC)',
  name: 'Nom du titulaire',
  iban: 'IBAN',
  mandate: (merchant: string) =>
    `En validant, vous autorisez ${merchant} et Stripe, son prestataire de paiement, à envoyer des instructions à votre banque pour débiter votre compte. Vous pouvez demander le remboursement à votre banque dans les 8 semaines suivant le débit.`,
  cancel: 'Annuler et revenir',
  testCards: 'Numéros de test',
  testNotes: {
    ok: 'réussit',
    declined: 'refusée',
    funds: 'provision insuffisante',
    challenge: 'demande 3-D Secure',
    dispute: 'réussit, puis contestée',
    settles: 'réussit après traitement',
    fails: 'échoue après traitement',
  },
  errors: {
    email: 'Saisissez une adresse e-mail valide.',
    number: 'Ce numéro de carte est incomplet ou erroné.',
    expiry: 'Saisissez la date sous la forme MM/AA.',
    expired: 'Cette carte a expiré.',
    cvc: 'Le cryptogramme est incomplet.',
    name: 'Saisissez le nom du titulaire.',
    iban: "Cet IBAN n'est pas valide.",
    limit: 'Ce montant dépasse la limite du prélèvement SEPA. Payez par carte.',
    summary: "Le paiement n'a pas été effectué. Corrigez les champs signalés.",
  },
  declines: {
    generic: 'Votre carte a été refusée.',
    insufficient_funds: 'Les fonds disponibles sur votre carte sont insuffisants.',
    expired_card: 'Votre carte a expiré.',
    incorrect_cvc: 'Le cryptogramme est incorrect.',
    processing_error: 'Une erreur est survenue. Réessayez dans un instant.',
    test_mode_live_card: "Refusée : ce n'est pas une carte de test. N'utilisez jamais une vraie carte ici.",
    payment_intent_authentication_failure:
      "Nous n'avons pas pu vérifier votre identité. Choisissez un autre moyen de paiement ou réessayez.",
  },
  challengeTitle: 'Votre banque vous demande de confirmer',
  challengeText: 'Page de test 3-D Secure : une vraie banque demanderait ici un code ou son application.',
  approve: 'Confirmer le paiement',
  refuse: 'Refuser',
  completeTitle: 'Ce paiement est déjà enregistré',
  completeText: 'Rien ne sera débité une seconde fois.',
  processingTitle: 'Prélèvement en cours',
  processingText: 'Votre banque traite le prélèvement. Le résultat sera connu dans quelques jours.',
  expiredTitle: 'Cette page de paiement a expiré',
  expiredText: 'Revenez au site du marchand pour en obtenir une nouvelle. Rien n’a été débité.',
  unknownTitle: 'Page introuvable',
  unknownText: "Cette adresse de paiement n'existe pas.",
  receiptTitle: 'Reçu de paiement (test)',
  back: 'Revenir au site',
};

export type Words = typeof FRENCH;

const ENGLISH: Words = {
  lang: 'en',
  banner: 'Local test mode: no real money, no real cards.',
  pay: 'Pay',
  payment: 'Payment',
  amountDue: 'Amount due',
  quantity: (n) => `Quantity: ${n}`,
  method: 'Payment method',
  card: 'Card',
  sepa_debit: 'SEPA Direct Debit',
  email: 'Email',
  cardNumber: 'Card number',
  expiry: 'Expiry (MM/YY)',
  cvc: 'Security code (CVC)',
  name: 'Name of the holder',
  iban: 'IBAN',
  mandate: (merchant) =>
    `By confirming you authorise ${merchant} and Stripe, its payment provider, to send instructions to your bank to debit your account. You may ask your bank for a refund within 8 weeks of the debit.`,
  cancel: 'Cancel and go back',
  testCards: 'Test numbers',
  testNotes: {
    ok: 'succeeds',
    declined: 'declined',
    funds: 'insufficient funds',
    challenge: 'asks for 3-D Secure',
    dispute: 'succeeds, then disputed',
    settles: 'succeeds after processing',
    fails: 'fails after processing',
  },
  errors: {
    email: 'Enter a valid email address.',
    number: 'This card number is incomplete or wrong.',
    expiry: 'Enter the date as MM/YY.',
    expired: 'This card has expired.',
    cvc: 'The security code is incomplete.',
    name: 'Enter the name of the holder.',
    iban: 'This IBAN is not valid.',
    limit: 'This amount is above the limit for SEPA debits. Pay by card.',
    summary: 'The payment was not made. Correct the fields marked below.',
  },
  declines: {
    generic: 'Your card was declined.',
    insufficient_funds: 'Your card has insufficient funds.',
    expired_card: 'Your card has expired.',
    incorrect_cvc: "Your card's security code is incorrect.",
    processing_error: 'An error occurred. Try again in a moment.',
    test_mode_live_card: 'Declined: this is not a test card. Never use a real card here.',
    payment_intent_authentication_failure: 'We are unable to authenticate your payment method. Choose another one or try again.',
  },
  challengeTitle: 'Your bank asks you to confirm',
  challengeText: '3-D Secure test page: a real bank would ask for a code or its app here.',
  approve: 'Confirm the payment',
  refuse: 'Refuse',
  completeTitle: 'This payment is already recorded',
  completeText: 'Nothing will be charged a second time.',
  processingTitle: 'Debit under way',
  processingText: 'Your bank is processing the debit. The result will be known in a few days.',
  expiredTitle: 'This payment page has expired',
  expiredText: "Go back to the merchant's site for a new one. Nothing was charged.",
  unknownTitle: 'Page not found',
  unknownText: 'This payment address does not exist.',
  receiptTitle: 'Payment receipt (test)',
  back: 'Back to the site',
};

export function wordsFor(locale: string | null | undefined, acceptLanguage: string | undefined): Words {
  const wanted = !locale || locale === 'auto' ? (acceptLanguage ?? 'fr') : locale;
  return wanted.toLowerCase().startsWith('fr') ? FRENCH : ENGLISH;
}

/** The reason a card was refused, in the reader's words. */
export function declineInWords(words: Words, code: string | undefined, declineCode: string | undefined): string {
  const reasons: Record<string, string> = words.declines;
  return reasons[declineCode ?? ''] ?? reasons[code ?? ''] ?? words.declines.generic;
}
