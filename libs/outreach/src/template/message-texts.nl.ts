import type { FixedTexts, MessageText, TemplateKey } from './message-texts';

const formalNotice =
  'Hierbij stellen wij u in gebreke en verzoeken wij u {{ totals.open | money }} uiterlijk op {{ payBy | day }} te betalen. Deze brief geldt als ingebrekestelling (mise en demeure) in de zin van artikel 1344 van de Franse Code civil.';

const templates: Record<TemplateKey, MessageText> = {
  before_due: {
    subject:
      '{% if invoiceCount > 1 %}Uw facturen moeten{% else %}Uw factuur {{ firstInvoice.number }} moet{% endif %} binnenkort betaald zijn',
    preheader: '{{ totals.open | money }} te betalen uiterlijk op {{ firstInvoice.dueOn | day }}. U bent niet te laat.',
    title: '{% if invoiceCount > 1 %}Uw facturen moeten{% else %}Uw factuur moet{% endif %} binnenkort betaald zijn',
    body: `Dit bericht is alleen een herinnering. U bent niet te laat.

[amount]

[invoices]

[note]

[pay]

[transfer]

Al betaald? Dank u, u hoeft niets te doen.

Ziet u een fout? Antwoord ons: wij zetten het samen met u recht.`,
  },
  reminder_1: {
    subject: '{% if invoiceCount > 1 %}Uw facturen staan{% else %}Uw factuur {{ firstInvoice.number }} staat{% endif %} nog open',
    preheader: 'Nog te betalen: {{ totals.open | money }}. Vergeten kan gebeuren: zo regelt u het in twee minuten.',
    title: '{% if invoiceCount > 1 %}Uw facturen staan{% else %}Uw factuur staat{% endif %} nog open',
    body: `Wij hebben uw betaling niet ontvangen. Misschien bent u het gewoon vergeten.

[amount]

[invoices]

{% if payBy %}Wilt u uiterlijk op {{ payBy | day }} betalen?{% else %}Wilt u zo snel als u kunt betalen?{% endif %}

[note]

[pay]

[transfer]

Hebt u de laatste dagen betaald? Dank u, dan kunt u dit bericht negeren.

Bent u het niet eens, of kunt u niet alles betalen? Zeg het ons. Wij zoeken samen met u een oplossing.`,
  },
  reminder_2: {
    subject: 'Tweede herinnering: {{ totals.open | money }} te betalen',
    preheader: 'Wij hebben geen betaling en geen antwoord ontvangen. Zeg ons wat er in de weg staat.',
    title: 'Tweede herinnering: wij wachten op uw betaling',
    body: `Wij hebben u al geschreven. Wij hebben geen betaling en geen antwoord ontvangen.

[amount]

[invoices]

{% if payBy %}Wilt u uiterlijk op {{ payBy | day }} betalen, of ons vóór die dag antwoorden?{% else %}Wilt u betalen of ons snel antwoorden?{% endif %}

[note]

[pay]

[transfer]

Staat er iets in de weg? Een fout, een bezwaar, een moeilijkheid: zeg het ons. Wat u betwist, staat stil, en wij antwoorden u schriftelijk.`,
  },
  formal_notice: {
    subject: 'Ingebrekestelling: {{ totals.open | money }} te betalen',
    preheader: 'Te betalen uiterlijk op {{ payBy | day }}. Een minnelijke oplossing blijft mogelijk.',
    title: 'Ingebrekestelling',
    body: `Ondanks onze berichten {% if invoiceCount > 1 %}zijn de facturen hieronder{% else %}is de factuur hieronder{% endif %} nog niet betaald.

[amount]

[invoices]

${formalNotice}

[note]

[pay]

[transfer]

Een minnelijke oplossing blijft mogelijk. Betwist u een factuur, zeg ons dan welke en waarom. Kunt u niet alles betalen, stel ons dan een bedrag en een datum voor.

Zonder betaling of antwoord op die dag kan {{ creditor.name }} de rechter om een beslissing vragen.`,
  },
  promise_confirmation: {
    subject: 'Uw toezegging om {{ promise.amount | money }} te betalen op {{ promise.on | day }}',
    preheader: 'Dank u. Wij wachten die dag af voordat wij opnieuw schrijven.',
    title: 'Uw toezegging is genoteerd',
    body: `Dank u voor uw antwoord. U hebt toegezegd {{ promise.amount | money }} te betalen op {{ promise.on | day }}{% if promise.invoices.size > 0 %} {% if promise.invoices.size > 1 %}voor de facturen{% else %}voor de factuur{% endif %} {% for number in promise.invoices %}{{ number }}{% unless forloop.last %}, {% endunless %}{% endfor %}{% endif %}.

Wij wachten die dag af. Tot dan sturen wij geen herinnering.

[note]

[pay]

[transfer]

Komt er iets tussen? Zeg het ons vóór die dag. Wij zoeken samen met u een andere oplossing.`,
  },
  payment_receipt: {
    subject: 'Wij hebben uw betaling van {{ payment.amount | money }} ontvangen',
    preheader:
      '{% if nothingLeft %}Alles is betaald, dank u.{% else %}Uw kwitantie zit erbij. Nog te betalen: {{ payment.openAfter | money }}.{% endif %}',
    title: 'Dank u, wij hebben uw betaling ontvangen',
    body: `[payment]

Uw kwitantie zit bij dit bericht. Bewaar haar goed.

{% if nothingLeft %}Alles is betaald. U hoeft niets meer te doen.{% else %}Nog te betalen: {{ payment.openAfter | money }}.{% endif %}

[note]`,
  },
  receipt: {
    subject: 'Kwitantie {{ payment.receiptNumber }}',
    preheader: '{{ payment.amount | money }} ontvangen op {{ payment.on | day }}',
    title: 'Kwitantie {{ payment.receiptNumber }}',
    body: `Wij hebben van {{ debtor.name }} {{ payment.amount | money }} ontvangen, voor {{ creditor.name }}.

[payment]

[invoices]

{% if nothingLeft %}Dossier {{ case.reference }} is afgesloten. Er wordt niets meer van u gevraagd.{% else %}Deze kwitantie (quittance) geldt voor het ontvangen bedrag. Zij geldt niet voor de rest: nog te betalen is {{ payment.openAfter | money }}.{% endif %}`,
  },
  attestation: {
    subject: 'Bewijs van volledige betaling {{ case.reference }}',
    preheader: 'Voor dit dossier is niets meer verschuldigd.',
    title: 'Bewijs van volledige betaling',
    body: `Wij bevestigen dat {{ debtor.name }} dossier {{ case.reference }} heeft betaald, voor {{ creditor.name }}.

Op {{ today | day }} is voor dit dossier niets meer verschuldigd. Voor deze facturen wordt geen ander bedrag gevraagd.

[payment]

Dit bewijs geldt zolang de bank geen van de betalingen terughaalt.`,
  },
  plan_confirmation: {
    subject: 'Uw betaalplan voor {{ plan.total | money }}',
    preheader: 'Onze afspraak is genoteerd. Eerste termijn op {{ firstInstalment.on | day }}.',
    title: 'Uw betaalplan',
    body: `Onze afspraak is genoteerd. U betaalt {{ plan.total | money }} in {{ instalmentCount }} termijnen, zonder kosten.

[instalments]

Zolang u op deze dagen betaalt, sturen wij geen herinnering.

[note]

[pay]

[transfer]

Is een van de dagen moeilijk? Zeg het ons vooraf. Wij verzetten hem als het kan.`,
  },
  free_message: {
    subject: 'Over uw dossier {{ case.reference }}',
    preheader: '{% if hasNote %}Een bericht voor u.{% else %}De link naar uw dossier.{% endif %}',
    title: 'Over uw dossier',
    body: `{% unless hasNote %}Dit is de link naar uw dossier. Geef hem niet door.{% endunless %}

[note]

[pay]`,
  },
  answer_reply: {
    subject: 'Ons antwoord – dossier {{ case.reference }}',
    preheader: 'U hebt ons geschreven. Dit is ons antwoord.',
    title: 'Ons antwoord',
    body: `U hebt ons geschreven over uw dossier. Dit is ons antwoord.

[note]

Het staat ook op de pagina van uw dossier.

[open]`,
  },
};

const fixed: FixedTexts = {
  greeting: '{% if debtor.kind == "person" %}Beste {{ debtor.name }},{% else %}Geachte heer, mevrouw,{% endif %}',
  closing: 'Met vriendelijke groet,',
  signature: '{% if hat == "agency" %}{{ agency.name }}, namens {{ creditor.name }}{% else %}{{ brand.name }}{% endif %}',
  mandate:
    '{{ agency.name }}, {{ agency.address }}, is actief in minnelijke incasso. Wij handelen voor {{ creditor.name }}, {{ creditor.address }}, die ons heeft gemachtigd de bedragen hieronder te ontvangen.',
  firstLetter: 'Dit bericht volgt op onze brief met kenmerk {{ firstLetter.reference }}, verstuurd op {{ firstLetter.on | day }}.',
  basis:
    'Grondslag van de vordering: {% if invoiceCount > 1 %}onbetaalde facturen{% else %}onbetaalde factuur{% endif %} {% for invoice in invoices %}{{ invoice.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}, uitgereikt door {{ creditor.name }}.',
  noCosts: 'Dit bedrag omvat geen van de kosten die voor rekening van de schuldeiser blijven.',
  howToPay:
    'Wij vragen u {{ totals.open | money }}{% if payBy %} uiterlijk op {{ payBy | day }}{% endif %} te betalen: {% if hasTransfer %}per overschrijving op de rekening hierboven, of {% endif %}online.',
  late: 'Deze bedragen zijn opgelopen tot {{ late.asOf | day }} (Frans wetboek van koophandel, artikelen L441-10 en D441-5{% if late.penalty.amount != "0.00" %}; Franse Code civil, artikel 1231-5{% endif %}){% if late.provisional %}, tegen het laatst bekende tarief{% endif %}. Zij zitten niet in het te betalen bedrag hierboven en worden niet online betaald: {{ creditor.name }} behoudt zich voor ze te vragen.',
  formalNotice,
  lawIntro:
    'Artikel L111-8 van het Franse wetboek van burgerlijke tenuitvoerlegging (Code des procédures civiles d’exécution), alinea’s 2 en 3, officiële tekst:',
  frenchIntro: 'Op deze vordering is Frans recht van toepassing. Daarom staan de verplichte vermeldingen hier ook in het Frans:',
  dataNotice:
    '{{ agency.name }} verwerkt uw contactgegevens, facturen en betalingen om deze vordering minnelijk te regelen, in het gerechtvaardigd belang van {{ creditor.name }}, die ze ons heeft doorgegeven. Alleen {{ creditor.name }} en onze dienstverleners ontvangen ze. Wij bewaren ze zolang het dossier loopt en daarna zolang de wet het voorschrijft. U kunt ze inzien, verbeteren, het gebruik ervan beperken of bezwaar maken: {{ agency.email }}. U kunt zich ook richten tot de Franse toezichthouder CNIL (AVG, artikel 14).',
  dataShort:
    '{% if hat == "agency" %}Uw gegevens komen van {{ creditor.name }} en dienen om dit dossier te behandelen. Uw rechten: {{ agency.email }}.{% else %}Uw gegevens dienen om deze facturen te behandelen. Uw rechten: {{ brand.email }}.{% endif %}',
  holder: 'Uw bank toont de naam {{ transfer.holder }}. Dat klopt: deze rekening ontvangt betalingen voor {{ creditor.name }}.',
  verify: 'Twijfelt u? Controleer dit bericht: {{ case.verifyAddress }}',
  sentBy:
    '{% if hat == "agency" %}{{ agency.name }}, {{ agency.address }}{% if agency.siren != "" %}, SIREN {{ agency.siren }}{% endif %}. Onderneming voor minnelijke incasso, gemachtigd door {{ creditor.name }}.{% else %}{{ brand.name }}, {{ brand.address }}{% endif %}',
  access: 'Open uw dossier, bekijk de facturen en betaal online:',
  words: {
    invoice: 'Factuur',
    dueOn: 'Betaaldatum',
    open: 'Nog te betalen',
    disputed: 'betwist',
    invoices: 'De facturen',
    amountDue: 'Nog te betalen',
    total: 'Te betalen',
    claim: 'Opbouw van het bedrag',
    principal: 'Hoofdsom',
    interest: 'Rente',
    accessories: 'Overige bijkomende bedragen',
    late: 'Bijkomend opgelopen, door de vertraging',
    lateInterest: 'Vertragingsrente',
    lateIndemnity: 'Vaste vergoeding voor inningskosten',
    latePenalty: 'Boetebeding',
    lateTotal: 'Bijkomend opgelopen, totaal',
    paid: 'Al betaald',
    openButton: 'Mijn dossier openen',
    payButton: 'Bekijken en online betalen',
    address: 'Adres',
    reference: 'Kenmerk',
    code: 'Toegangscode',
    transfer: 'Betalen per overschrijving',
    holder: 'Begunstigde',
    bankReference: 'Mededeling',
    amount: 'Bedrag',
    qrAlt: 'QR-code van de overschrijving',
    qrHint: 'Scan deze met de app van uw bank, als die dat kan.',
    receiptNumber: 'Kwitantie',
    received: 'Ontvangen op',
    method: 'Betaalwijze',
    openAfter: 'Rest na deze betaling',
    method_card: 'Kaart',
    method_sepa_debit: 'Incasso',
    method_transfer: 'Overschrijving',
    method_cheque: 'Cheque',
    method_cash: 'Contant',
    method_other: 'Anders',
    instalment: 'Termijn',
    day: 'Datum',
    law: 'Wat de wet zegt',
    french: 'In het Frans',
    data: 'Uw persoonsgegevens',
    caseReference: 'Dossier',
    ourReference: 'Ons kenmerk',
    phone: 'Telefoon',
    page: 'Pagina',
    payment: 'Uw betaling',
    plan: 'Uw termijnen',
  },
};

export const messageTextsNl = { templates, fixed };
