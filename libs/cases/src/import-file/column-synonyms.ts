import type { ImportField } from './import-file.types';

/**
 * Names under which exports call our fields, French and English, the surest first: when two columns fit one field the
 * name that stands earlier wins. Accents, case, spaces, underscores, "N°/No/Numéro/Number/Num", articles and bracketed
 * units do not matter (see `namesOfColumn`). A name may stand under one field only (a test checks it).
 */
export const COLUMN_SYNONYMS: Record<ImportField, readonly string[]> = {
  invoiceNumber: [
    'invoice number', 'n° facture', 'n° de facture', 'facture n°', 'ref facture', 'référence facture', 'invoice ref', 'invoice reference', 'invoice id',
    'id facture', 'invoice', 'facture', 'n° pièce', 'n° de pièce', 'pièce', 'réf pièce', 'piece ref', 'référence pièce', 'document number', 'n° document',
    'doc no', 'document', 'n° de document', 'bill number', 'bill id', 'belegnummer', 'rechnungsnummer', 'référence', 'reference', 'réf', 'ref', 'numéro',
  ],
  debtorReference: [
    'debtor reference', 'debtor ref', 'debtor id', 'debtor code', 'customer id', 'customer number', 'customer code', 'customer ref', 'customer reference',
    'code client', 'n° client', 'réf client', 'référence client', 'id client', 'client id', 'client code', 'client number', 'code tiers', 'n° tiers',
    'compte tiers', 'compte client', 'n° compte client', 'compte auxiliaire', 'comp aux num', 'code débiteur', 'n° débiteur', 'réf débiteur',
    'référence débiteur', 'account number', 'account id', 'account code', 'n° compte', 'code auxiliaire', 'matricule', 'kundennummer',
  ],
  debtorName: [
    'debtor name', 'customer name', 'nom client', 'nom du client', 'client name', 'raison sociale', 'nom débiteur', 'nom du débiteur', 'débiteur', 'debtor',
    'dénomination', 'dénomination sociale', 'société', 'company name', 'company', 'nom tiers', 'intitulé tiers', 'libellé tiers', 'intitulé du compte',
    'comp aux lib', 'intitulé client', 'account name', 'nom complet', 'full name', 'client', 'customer', 'tiers', 'nom', 'name',
  ],
  invoiceDate: [
    'invoice date', 'date facture', 'date de facture', 'date de la facture', 'date facturation', 'date de facturation', "date d'émission", 'date émission',
    'issue date', 'issued on', 'date of invoice', 'billing date', 'bill date', 'date pièce', 'date de pièce', 'piece date', 'document date', 'date document',
    'date du document', 'émise le', 'rechnungsdatum', 'date',
  ],
  dueDate: [
    'due date', 'date échéance', "date d'échéance", 'échéance', 'échéance le', 'date limite de paiement', 'date limite', 'payment due date', 'payment due',
    'due on', 'due', 'maturity', 'maturity date', 'à payer avant', 'exigible le', "date d'exigibilité", 'fälligkeit', 'fälligkeitsdatum',
  ],
  termsDays: [
    'terms days', 'payment terms', 'payment terms days', 'terms', 'net days', 'délai de paiement', 'délai paiement', 'délai', 'conditions de paiement',
    'conditions de règlement', 'délai règlement', 'délai de règlement', 'délai jours', 'credit days',
  ],
  amount: [
    'amount incl vat', 'amount including vat', 'invoice amount', 'montant ttc', 'total ttc', 'ttc', 'montant total ttc', 'montant facture', 'montant facturé',
    'montant de la facture', 'total incl vat', 'gross amount', 'invoice total', 'total amount', 'montant total', 'amount', 'montant', 'total facture', 'brutto',
    'betrag', 'total',
  ],
  paidAmount: [
    'paid amount', 'amount paid', 'paid', 'déjà réglé', 'déjà payé', 'montant réglé', 'montant payé', 'réglé', 'payé', 'montant déjà réglé', 'acomptes',
    'acompte', 'total réglé', 'payments', 'paiements', 'règlements', 'amount received', 'encaissé', 'montant encaissé',
  ],
  openAmount: [
    'open amount', 'amount open', 'outstanding', 'outstanding amount', 'amount outstanding', 'reste dû', 'reste à payer', 'restant dû', 'solde', 'solde dû',
    'montant restant dû', 'montant dû', 'balance', 'balance due', 'amount due', 'remaining', 'remaining amount', 'open balance', 'reste', 'reliquat', 'impayé',
    'montant impayé', 'montant restant', 'solde restant dû', 'residual',
  ],
  settledOn: [
    'settled on', 'settled date', 'settlement date', 'date règlement', 'date de règlement', 'date paiement', 'date de paiement', 'payment date', 'paid on',
    'paid date', 'date paid', 'réglée le', 'réglé le', 'payée le', 'payé le', 'clearing date', 'date lettrage', 'date encaissement', "date d'encaissement",
  ],
  disputed: ['disputed', 'dispute', 'in dispute', 'is disputed', 'litige', 'en litige', 'contesté', 'contestée', 'litigieux', 'facture en litige'],
  currency: ['currency', 'currency code', 'devise', 'code devise', 'monnaie', 'ccy', 'währung', 'idevise'],
  country: ['country', 'country code', 'pays', 'code pays', 'country iso', 'pays client', 'country name', 'land'],
  debtorKind: ['debtor kind', 'debtor type', 'customer type', 'client type', 'type client', 'type de client', 'type débiteur', 'type de débiteur', 'nature client', 'b2b b2c', 'catégorie client', 'personne physique morale'],
  siren: ['siren', 'n° siren', 'siren client', 'code siren'],
  siret: ['siret', 'n° siret', 'siret client', 'code siret'],
  vatNumber: [
    'vat number', 'vat id', 'vat no', 'n° tva', 'n° de tva', 'tva intracommunautaire', 'tva intracom', 'tva intra', 'n° tva intracommunautaire',
    'n° de tva intracommunautaire', 'n° tva intra', 'n° tva intracom', 'tax id', 'ust id', 'vat registration number',
  ],
  email: ['email', 'e-mail', 'mail', 'courriel', 'adresse email', 'adresse e-mail', 'adresse mail', 'email address', 'adresse électronique', 'email client', 'mél'],
  phone: ['phone', 'phone number', 'téléphone', 'tél', 'n° téléphone', 'n° de téléphone', 'telephone number', 'mobile', 'portable', 'mobile number', 'tel client'],
  addressLine: ['address', 'address line', 'address line 1', 'address 1', 'adresse', 'adresse 1', 'ligne adresse', 'rue', 'street', 'street address', 'voie', 'adresse postale'],
  postcode: ['postcode', 'post code', 'postal code', 'zip', 'zip code', 'code postal', 'cp', 'plz'],
  city: ['city', 'town', 'ville', 'commune', 'localité', 'bureau distributeur'],
  language: ['language', 'langue', 'lang', 'language code', 'code langue'],
  purchaseOrder: ['purchase order', 'purchase order number', 'po number', 'po', 'bon de commande', 'n° bon de commande', 'n° commande', 'n° de commande', 'commande', 'order number', 'order ref', 'réf commande', 'référence commande'],
  channelPreference: ['paperless bill', 'channel', 'channel preference', 'preferred channel', "mode d'envoi", 'mode envoi', 'canal', 'canal préféré', 'delivery method', 'sending method', "canal d'envoi"],
  description: ['description', 'libellé', 'libellé écriture', 'ecriture lib', 'objet', 'désignation', 'subject', 'label', 'memo', 'details', 'commentaire', 'comment'],
};
