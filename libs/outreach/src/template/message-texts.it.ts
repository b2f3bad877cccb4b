import type { FixedTexts, MessageText, TemplateKey } from './message-texts';

const formalNotice =
  'Con la presente La diffidiamo a pagare {{ totals.open | money }} entro il {{ payBy | day }}. Questa lettera vale come diffida di pagamento (mise en demeure) ai sensi dell’articolo 1344 del Codice civile francese.';

const templates: Record<TemplateKey, MessageText> = {
  before_due: {
    subject: '{% if invoiceCount > 1 %}Le Sue fatture sono{% else %}La Sua fattura {{ firstInvoice.number }} è{% endif %} in scadenza',
    preheader: '{{ totals.open | money }} da pagare entro il {{ firstInvoice.dueOn | day }}. Non è in ritardo.',
    title: '{% if invoiceCount > 1 %}Le Sue fatture sono{% else %}La Sua fattura è{% endif %} in scadenza',
    body: `Questo messaggio è solo un promemoria. Non è in ritardo.

[amount]

[invoices]

[note]

[pay]

[transfer]

Ha già pagato? Grazie, non deve fare nulla.

Vede un errore? Ci risponda: lo correggiamo con Lei.`,
  },
  reminder_1: {
    subject: '{% if invoiceCount > 1 %}Le Sue fatture restano{% else %}La Sua fattura {{ firstInvoice.number }} resta{% endif %} da pagare',
    preheader: 'Restano da pagare {{ totals.open | money }}. Può capitare di scordarsi: ecco come pagare in due minuti.',
    title: '{% if invoiceCount > 1 %}Le Sue fatture restano{% else %}La Sua fattura resta{% endif %} da pagare',
    body: `Non abbiamo ricevuto il Suo pagamento. Forse è una semplice dimenticanza.

[amount]

[invoices]

{% if payBy %}La preghiamo di pagare entro il {{ payBy | day }}.{% else %}La preghiamo di pagare appena possibile.{% endif %}

[note]

[pay]

[transfer]

Ha pagato negli ultimi giorni? Grazie, non tenga conto di questo messaggio.

Non è d’accordo o non può pagare tutto? Ce lo dica. Cerchiamo una soluzione con Lei.`,
  },
  reminder_2: {
    subject: 'Secondo sollecito: {{ totals.open | money }} da pagare',
    preheader: 'Non abbiamo ricevuto né pagamento né risposta. Ci dica che cosa lo impedisce.',
    title: 'Secondo sollecito: aspettiamo il Suo pagamento',
    body: `Le abbiamo già scritto. Non abbiamo ricevuto né pagamento né risposta.

[amount]

[invoices]

{% if payBy %}La preghiamo di pagare entro il {{ payBy | day }}, o di risponderci prima.{% else %}La preghiamo di pagare o di risponderci presto.{% endif %}

[note]

[pay]

[transfer]

Qualcosa lo impedisce? Un errore, un disaccordo, una difficoltà: ce lo dica. Ciò che contesta è sospeso, e Le rispondiamo per iscritto.`,
  },
  formal_notice: {
    subject: 'Diffida di pagamento: {{ totals.open | money }}',
    preheader: 'Da pagare entro il {{ payBy | day }}. Una soluzione amichevole è ancora possibile.',
    title: 'Diffida di pagamento',
    body: `Nonostante i nostri messaggi, {% if invoiceCount > 1 %}le fatture qui sotto restano non pagate{% else %}la fattura qui sotto resta non pagata{% endif %}.

[amount]

[invoices]

${formalNotice}

[note]

[pay]

[transfer]

Una soluzione amichevole è ancora possibile. Se contesta una fattura, ci dica quale e perché. Se non può pagare tutto, ci proponga un importo e una data.

Senza pagamento né risposta entro quella data, {{ creditor.name }} potrà chiedere al giudice di decidere.`,
  },
  promise_confirmation: {
    subject: 'La Sua promessa di pagare {{ promise.amount | money }} il {{ promise.on | day }}',
    preheader: 'Grazie. Aspettiamo quella data prima di scriverLe di nuovo.',
    title: 'Abbiamo annotato la Sua promessa',
    body: `Grazie della risposta. Ha promesso di pagare {{ promise.amount | money }} il {{ promise.on | day }}{% if promise.invoices.size > 0 %} {% if promise.invoices.size > 1 %}per le fatture{% else %}per la fattura{% endif %} {% for number in promise.invoices %}{{ number }}{% unless forloop.last %}, {% endunless %}{% endfor %}{% endif %}.

Aspettiamo quella data. Prima di allora non La sollecitiamo.

[note]

[pay]

[transfer]

Un imprevisto? Ce lo dica prima di quella data. Cerchiamo un’altra soluzione con Lei.`,
  },
  payment_receipt: {
    subject: 'Abbiamo ricevuto il Suo pagamento di {{ payment.amount | money }}',
    preheader:
      '{% if nothingLeft %}Tutto è pagato, grazie.{% else %}La ricevuta è allegata. Restano da pagare {{ payment.openAfter | money }}.{% endif %}',
    title: 'Grazie, abbiamo ricevuto il Suo pagamento',
    body: `[payment]

La ricevuta è allegata a questo messaggio. La conservi.

{% if nothingLeft %}Tutto è pagato. Non deve fare altro.{% else %}Restano da pagare {{ payment.openAfter | money }}.{% endif %}

[note]`,
  },
  receipt: {
    subject: 'Ricevuta {{ payment.receiptNumber }}',
    preheader: '{{ payment.amount | money }} ricevuti il {{ payment.on | day }}',
    title: 'Ricevuta {{ payment.receiptNumber }}',
    body: `Abbiamo ricevuto da {{ debtor.name }} {{ payment.amount | money }}, per {{ creditor.name }}.

[payment]

[invoices]

{% if nothingLeft %}La pratica {{ case.reference }} è saldata. Non Le viene chiesto altro.{% else %}Questa ricevuta (quittance) vale per la somma ricevuta. Non vale per il resto: restano da pagare {{ payment.openAfter | money }}.{% endif %}`,
  },
  attestation: {
    subject: 'Attestazione di pagamento {{ case.reference }}',
    preheader: 'Per questa pratica non è dovuto altro.',
    title: 'Attestazione di pagamento',
    body: `Attestiamo che {{ debtor.name }} ha saldato la pratica {{ case.reference }}, per {{ creditor.name }}.

Al {{ today | day }} per questa pratica non è dovuto altro. Nessun’altra somma sarà chiesta per queste fatture.

[payment]

Questa attestazione vale finché la banca non riprende nessuno dei pagamenti ricevuti.`,
  },
  plan_confirmation: {
    subject: 'Il Suo piano di rate per {{ plan.total | money }}',
    preheader: 'Abbiamo annotato il nostro accordo. Prima rata il {{ firstInstalment.on | day }}.',
    title: 'Il Suo piano di rate',
    body: `Abbiamo annotato il nostro accordo. Paga {{ plan.total | money }} in {{ instalmentCount }} rate, senza spese.

[instalments]

Finché paga in queste date, non La sollecitiamo.

[note]

[pay]

[transfer]

Una data è difficile? Ce lo dica prima. La cambiamo se è possibile.`,
  },
  free_message: {
    subject: 'Sulla Sua pratica {{ case.reference }}',
    preheader: '{% if hasNote %}Un messaggio per Lei.{% else %}Il link alla Sua pratica.{% endif %}',
    title: 'Sulla Sua pratica',
    body: `{% unless hasNote %}Ecco il link alla Sua pratica. Lo tenga per sé.{% endunless %}

[note]

[pay]`,
  },
  answer_reply: {
    subject: 'La nostra risposta – pratica {{ case.reference }}',
    preheader: 'Ci ha scritto. Ecco la nostra risposta.',
    title: 'La nostra risposta',
    body: `Ci ha scritto a proposito della Sua pratica. Ecco la nostra risposta.

[note]

È anche sulla pagina della Sua pratica.

[open]`,
  },
};

const fixed: FixedTexts = {
  greeting: '{% if debtor.kind == "person" %}Buongiorno {{ debtor.name }},{% else %}Buongiorno,{% endif %}',
  closing: 'Cordiali saluti,',
  signature: '{% if hat == "agency" %}{{ agency.name }}, per conto di {{ creditor.name }}{% else %}{{ brand.name }}{% endif %}',
  mandate:
    '{{ agency.name }}, {{ agency.address }}, esercita un’attività di recupero crediti in via amichevole. Agiamo per {{ creditor.name }}, {{ creditor.address }}, che ci ha incaricato di ricevere le somme qui sotto.',
  firstLetter:
    'Questo messaggio segue la nostra lettera con riferimento {{ firstLetter.reference }}, inviata il {{ firstLetter.on | day }}.',
  basis:
    'Fondamento del credito: {% if invoiceCount > 1 %}fatture non pagate{% else %}fattura non pagata{% endif %} {% for invoice in invoices %}{{ invoice.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}, {% if invoiceCount > 1 %}emesse{% else %}emessa{% endif %} da {{ creditor.name }}.',
  noCosts: 'Questa somma non comprende nessuna delle spese che restano a carico del creditore.',
  howToPay:
    'Le chiediamo di pagare {{ totals.open | money }}{% if payBy %} entro il {{ payBy | day }}{% endif %}: {% if hasTransfer %}con bonifico sul conto indicato sopra o {% endif %}online.',
  late: 'Queste somme sono maturate al {{ late.asOf | day }} (Codice di commercio francese, articoli L441-10 e D441-5{% if late.penalty.amount != "0.00" %}; Codice civile francese, articolo 1231-5{% endif %}){% if late.provisional %}, all’ultimo tasso pubblicato{% endif %}. Non sono comprese nel totale da pagare qui sopra e non si pagano online: {{ creditor.name }} si riserva di chiederle.',
  formalNotice,
  lawIntro:
    'Articolo L111-8 del Codice francese delle procedure civili di esecuzione (Code des procédures civiles d’exécution), commi 2 e 3, testo ufficiale:',
  frenchIntro: 'A questo credito si applica il diritto francese. Perciò le indicazioni obbligatorie sono qui anche in francese:',
  dataNotice:
    '{{ agency.name }} tratta i Suoi recapiti, le Sue fatture e i Suoi pagamenti per regolare questo credito in via amichevole, nel legittimo interesse di {{ creditor.name }}, che ce li ha trasmessi. Li ricevono solo {{ creditor.name }} e i nostri fornitori. Li conserviamo per la durata della pratica, poi per il tempo previsto dalla legge. Può consultarli, correggerli, limitarne l’uso od opporsi: {{ agency.email }}. Può rivolgersi anche alla CNIL, l’autorità francese (GDPR, articolo 14).',
  dataShort:
    '{% if hat == "agency" %}I Suoi dati vengono da {{ creditor.name }} e servono a gestire questa pratica. I Suoi diritti: {{ agency.email }}.{% else %}I Suoi dati servono a gestire queste fatture. I Suoi diritti: {{ brand.email }}.{% endif %}',
  holder: 'La Sua banca mostrerà il nome {{ transfer.holder }}. È normale: questo conto riceve i pagamenti per {{ creditor.name }}.',
  verify: 'Un dubbio? Verifichi questo messaggio: {{ case.verifyAddress }}',
  sentBy:
    '{% if hat == "agency" %}{{ agency.name }}, {{ agency.address }}{% if agency.siren != "" %}, SIREN {{ agency.siren }}{% endif %}. Società di recupero crediti in via amichevole, incaricata da {{ creditor.name }}.{% else %}{{ brand.name }}, {{ brand.address }}{% endif %}',
  access: 'Apra la Sua pratica, veda le fatture e paghi online:',
  words: {
    invoice: 'Fattura',
    dueOn: 'Scadenza',
    open: 'Da pagare',
    disputed: 'contestata',
    invoices: 'Le fatture',
    amountDue: 'Da pagare',
    total: 'Totale da pagare',
    claim: 'Come si compone la somma',
    principal: 'Capitale',
    interest: 'Interessi',
    accessories: 'Altri accessori',
    late: 'Maturato in più, per il ritardo',
    lateInterest: 'Interessi di mora',
    lateIndemnity: 'Indennità forfettaria di recupero',
    latePenalty: 'Clausola penale',
    lateTotal: 'Totale maturato in più',
    paid: 'Già pagato',
    openButton: 'Aprire la mia pratica',
    payButton: 'Vedere e pagare online',
    address: 'Indirizzo',
    reference: 'Riferimento',
    code: 'Codice di accesso',
    transfer: 'Pagare con bonifico',
    holder: 'Beneficiario',
    bankReference: 'Causale',
    amount: 'Importo',
    qrAlt: 'Codice QR del bonifico',
    qrHint: 'Da scansionare con l’app della banca, se lo consente.',
    receiptNumber: 'Ricevuta',
    received: 'Ricevuto il',
    method: 'Mezzo di pagamento',
    openAfter: 'Resto dopo questo pagamento',
    method_card: 'Carta',
    method_sepa_debit: 'Addebito',
    method_transfer: 'Bonifico',
    method_cheque: 'Assegno',
    method_cash: 'Contanti',
    method_other: 'Altro',
    instalment: 'Rata',
    day: 'Data',
    law: 'Che cosa dice la legge',
    french: 'In francese',
    data: 'I Suoi dati personali',
    caseReference: 'Pratica',
    ourReference: 'Nostro riferimento',
    phone: 'Telefono',
    page: 'Pagina',
    payment: 'Il Suo pagamento',
    plan: 'Le Sue rate',
  },
};

export const messageTextsIt = { templates, fixed };
