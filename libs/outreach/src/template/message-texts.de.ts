import type { FixedTexts, MessageText, TemplateKey } from './message-texts';

const formalNotice =
  'Hiermit fordern wir Sie förmlich auf, {{ totals.open | money }} bis spätestens {{ payBy | day }} zu zahlen. Dieses Schreiben ist eine förmliche Mahnung (mise en demeure) im Sinne von Artikel 1344 des französischen Code civil.';

const templates: Record<TemplateKey, MessageText> = {
  before_due: {
    subject: '{% if invoiceCount > 1 %}Ihre Rechnungen werden{% else %}Ihre Rechnung {{ firstInvoice.number }} wird{% endif %} bald fällig',
    preheader: '{{ totals.open | money }}, zahlbar bis {{ firstInvoice.dueOn | day }}. Sie sind nicht in Verzug.',
    title: '{% if invoiceCount > 1 %}Ihre Rechnungen werden{% else %}Ihre Rechnung wird{% endif %} bald fällig',
    body: `Diese Nachricht ist nur eine Erinnerung. Sie sind nicht in Verzug.

[amount]

[invoices]

[note]

[pay]

[transfer]

Schon bezahlt? Danke, Sie müssen nichts tun.

Stimmt etwas nicht? Antworten Sie uns: Wir bringen es gemeinsam in Ordnung.`,
  },
  reminder_1: {
    subject: '{% if invoiceCount > 1 %}Ihre Rechnungen sind{% else %}Ihre Rechnung {{ firstInvoice.number }} ist{% endif %} noch offen',
    preheader: 'Noch zu zahlen: {{ totals.open | money }}. So etwas wird leicht vergessen: So begleichen Sie es in zwei Minuten.',
    title: '{% if invoiceCount > 1 %}Ihre Rechnungen sind{% else %}Ihre Rechnung ist{% endif %} noch offen',
    body: `Wir haben Ihre Zahlung nicht erhalten. Vielleicht haben Sie es nur vergessen.

[amount]

[invoices]

{% if payBy %}Bitte zahlen Sie bis spätestens {{ payBy | day }}.{% else %}Bitte zahlen Sie, sobald Sie können.{% endif %}

[note]

[pay]

[transfer]

Haben Sie in den letzten Tagen gezahlt? Danke, dann ist diese Nachricht gegenstandslos.

Sie sind nicht einverstanden oder können nicht alles zahlen? Sagen Sie es uns. Wir suchen mit Ihnen eine Lösung.`,
  },
  reminder_2: {
    subject: 'Zweite Erinnerung: {{ totals.open | money }} zu zahlen',
    preheader: 'Wir haben weder Zahlung noch Antwort erhalten. Sagen Sie uns, woran es liegt.',
    title: 'Zweite Erinnerung: Wir warten auf Ihre Zahlung',
    body: `Wir haben Ihnen schon geschrieben. Wir haben weder Zahlung noch Antwort erhalten.

[amount]

[invoices]

{% if payBy %}Bitte zahlen Sie bis spätestens {{ payBy | day }} oder antworten Sie uns vorher.{% else %}Bitte zahlen Sie oder antworten Sie uns bald.{% endif %}

[note]

[pay]

[transfer]

Woran liegt es? Ein Fehler, ein Einwand, eine Schwierigkeit: Sagen Sie es uns. Was Sie bestreiten, ruht, und wir antworten Ihnen schriftlich.`,
  },
  formal_notice: {
    subject: 'Förmliche Mahnung: {{ totals.open | money }} zu zahlen',
    preheader: 'Zahlbar bis spätestens {{ payBy | day }}. Eine gütliche Lösung ist weiter möglich.',
    title: 'Förmliche Mahnung',
    body: `Trotz unserer Nachrichten {% if invoiceCount > 1 %}sind die Rechnungen unten{% else %}ist die Rechnung unten{% endif %} noch unbezahlt.

[amount]

[invoices]

${formalNotice}

[note]

[pay]

[transfer]

Eine gütliche Lösung ist weiter möglich. Bestreiten Sie eine Rechnung, so sagen Sie uns, welche und warum. Können Sie nicht alles zahlen, so nennen Sie uns einen Betrag und ein Datum.

Ohne Zahlung oder Antwort bis zu diesem Tag kann {{ creditor.name }} das Gericht um eine Entscheidung bitten.`,
  },
  promise_confirmation: {
    subject: 'Ihre Zusage, {{ promise.amount | money }} am {{ promise.on | day }} zu zahlen',
    preheader: 'Danke. Wir warten diesen Tag ab, bevor wir wieder schreiben.',
    title: 'Ihre Zusage ist notiert',
    body: `Danke für Ihre Antwort. Sie haben zugesagt, {{ promise.amount | money }} am {{ promise.on | day }}{% if promise.invoices.size > 0 %} {% if promise.invoices.size > 1 %}für die Rechnungen{% else %}für die Rechnung{% endif %} {% for number in promise.invoices %}{{ number }}{% unless forloop.last %}, {% endunless %}{% endfor %}{% endif %} zu zahlen.

Wir warten diesen Tag ab. Bis dahin mahnen wir nicht.

[note]

[pay]

[transfer]

Kommt etwas dazwischen? Sagen Sie es uns vor diesem Tag. Wir suchen mit Ihnen eine andere Lösung.`,
  },
  payment_receipt: {
    subject: 'Wir haben Ihre Zahlung über {{ payment.amount | money }} erhalten',
    preheader:
      '{% if nothingLeft %}Alles ist bezahlt, danke.{% else %}Ihre Quittung liegt bei. Noch zu zahlen: {{ payment.openAfter | money }}.{% endif %}',
    title: 'Danke, wir haben Ihre Zahlung erhalten',
    body: `[payment]

Ihre Quittung liegt dieser Nachricht bei. Bewahren Sie sie auf.

{% if nothingLeft %}Alles ist bezahlt. Sie müssen nichts mehr tun.{% else %}Noch zu zahlen: {{ payment.openAfter | money }}.{% endif %}

[note]`,
  },
  receipt: {
    subject: 'Quittung {{ payment.receiptNumber }}',
    preheader: '{{ payment.amount | money }} erhalten am {{ payment.on | day }}',
    title: 'Quittung {{ payment.receiptNumber }}',
    body: `Wir haben von {{ debtor.name }} {{ payment.amount | money }} für {{ creditor.name }} erhalten.

[payment]

[invoices]

{% if nothingLeft %}Der Fall {{ case.reference }} ist erledigt. Es wird nichts mehr von Ihnen verlangt.{% else %}Diese Quittung (quittance) gilt für den erhaltenen Betrag. Sie gilt nicht für den Rest: Noch zu zahlen sind {{ payment.openAfter | money }}.{% endif %}`,
  },
  attestation: {
    subject: 'Bestätigung der vollständigen Zahlung {{ case.reference }}',
    preheader: 'Für diesen Fall ist nichts mehr offen.',
    title: 'Bestätigung der vollständigen Zahlung',
    body: `Wir bestätigen, dass {{ debtor.name }} den Fall {{ case.reference }} für {{ creditor.name }} beglichen hat.

Am {{ today | day }} ist für diesen Fall nichts mehr offen. Für diese Rechnungen wird kein weiterer Betrag verlangt.

[payment]

Diese Bestätigung gilt, solange die Bank keine der Zahlungen zurückholt.`,
  },
  plan_confirmation: {
    subject: 'Ihr Ratenplan über {{ plan.total | money }}',
    preheader: 'Unsere Vereinbarung ist notiert. Erste Rate am {{ firstInstalment.on | day }}.',
    title: 'Ihr Ratenplan',
    body: `Unsere Vereinbarung ist notiert. Sie zahlen {{ plan.total | money }} in {{ instalmentCount }} Raten, ohne Kosten.

[instalments]

Solange Sie an diesen Tagen zahlen, mahnen wir nicht.

[note]

[pay]

[transfer]

Ist einer der Tage schwierig? Sagen Sie es uns vorher. Wir verschieben ihn, wenn es geht.`,
  },
  free_message: {
    subject: 'Zu Ihrem Fall {{ case.reference }}',
    preheader: '{% if hasNote %}Eine Nachricht für Sie.{% else %}Der Link zu Ihrem Fall.{% endif %}',
    title: 'Zu Ihrem Fall',
    body: `{% unless hasNote %}Hier ist der Link zu Ihrem Fall. Geben Sie ihn nicht weiter.{% endunless %}

[note]

[pay]`,
  },
  answer_reply: {
    subject: 'Unsere Antwort – Fall {{ case.reference }}',
    preheader: 'Sie haben uns geschrieben. Hier ist unsere Antwort.',
    title: 'Unsere Antwort',
    body: `Sie haben uns zu Ihrem Fall geschrieben. Hier ist unsere Antwort.

[note]

Sie steht auch auf der Seite Ihres Falls.

[open]`,
  },
};

const fixed: FixedTexts = {
  greeting: '{% if debtor.kind == "person" %}Guten Tag {{ debtor.name }},{% else %}Guten Tag,{% endif %}',
  closing: 'Mit freundlichen Grüßen',
  signature: '{% if hat == "agency" %}{{ agency.name }}, im Auftrag von {{ creditor.name }}{% else %}{{ brand.name }}{% endif %}',
  mandate:
    '{{ agency.name }}, {{ agency.address }}, ist im gütlichen Forderungseinzug tätig. Wir handeln für {{ creditor.name }}, {{ creditor.address }}. {{ creditor.name }} hat uns beauftragt, die unten genannten Beträge entgegenzunehmen.',
  firstLetter:
    'Diese Nachricht folgt auf unser Schreiben mit der Referenz {{ firstLetter.reference }}, gesendet am {{ firstLetter.on | day }}.',
  basis:
    'Grund der Forderung: {% if invoiceCount > 1 %}unbezahlte Rechnungen{% else %}unbezahlte Rechnung{% endif %} {% for invoice in invoices %}{{ invoice.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}, ausgestellt von {{ creditor.name }}.',
  noCosts: 'Dieser Betrag enthält keine der Kosten, die der Gläubiger selbst trägt.',
  howToPay:
    'Wir bitten Sie, {{ totals.open | money }}{% if payBy %} bis spätestens {{ payBy | day }}{% endif %} zu zahlen: {% if hasTransfer %}per Überweisung auf das oben genannte Konto oder {% endif %}online.',
  late: 'Diese Beträge sind bis {{ late.asOf | day }} aufgelaufen (französisches Handelsgesetzbuch, Artikel L441-10 und D441-5{% if late.penalty.amount != "0.00" %}; Code civil, Artikel 1231-5{% endif %}){% if late.provisional %}, zum zuletzt veröffentlichten Satz{% endif %}. Sie sind nicht im oben verlangten Betrag enthalten und werden nicht online bezahlt: {{ creditor.name }} behält sich vor, sie zu verlangen.',
  formalNotice,
  lawIntro:
    'Artikel L111-8 des französischen Gesetzbuchs über die Zwangsvollstreckung in Zivilsachen (Code des procédures civiles d’exécution), Absätze 2 und 3, amtlicher Text:',
  frenchIntro: 'Für diese Forderung gilt französisches Recht. Hier stehen deshalb die vorgeschriebenen Angaben auch auf Französisch:',
  dataNotice:
    '{{ agency.name }} verarbeitet Ihre Kontaktdaten, Rechnungen und Zahlungen, um diese Forderung gütlich zu regeln, im berechtigten Interesse von {{ creditor.name }}. Von dort stammen die Daten. Nur {{ creditor.name }} und unsere Dienstleister erhalten sie. Wir bewahren sie für die Dauer des Falls auf, danach so lange, wie das Gesetz es vorschreibt. Sie können sie einsehen, berichtigen, ihre Nutzung einschränken oder ihr widersprechen: {{ agency.email }}. Sie können sich auch an die französische Aufsicht CNIL wenden (DSGVO, Artikel 14).',
  dataShort:
    '{% if hat == "agency" %}Ihre Daten stammen von {{ creditor.name }} und dienen der Bearbeitung dieses Falls. Ihre Rechte: {{ agency.email }}.{% else %}Ihre Daten dienen der Bearbeitung dieser Rechnungen. Ihre Rechte: {{ brand.email }}.{% endif %}',
  holder:
    'Ihre Bank wird den Namen {{ transfer.holder }} zeigen. Das ist richtig: Dieses Konto empfängt Zahlungen für {{ creditor.name }}.',
  verify: 'Unsicher? Prüfen Sie diese Nachricht: {{ case.verifyAddress }}',
  sentBy:
    '{% if hat == "agency" %}{{ agency.name }}, {{ agency.address }}{% if agency.siren != "" %}, SIREN {{ agency.siren }}{% endif %}. Unternehmen für gütlichen Forderungseinzug, beauftragt von {{ creditor.name }}.{% else %}{{ brand.name }}, {{ brand.address }}{% endif %}',
  access: 'Öffnen Sie Ihren Fall, sehen Sie die Rechnungen und zahlen Sie online:',
  words: {
    invoice: 'Rechnung',
    dueOn: 'Fällig am',
    open: 'Noch zu zahlen',
    disputed: 'bestritten',
    invoices: 'Die Rechnungen',
    amountDue: 'Noch zu zahlen',
    total: 'Zu zahlen',
    claim: 'Zusammensetzung des Betrags',
    principal: 'Hauptforderung',
    interest: 'Zinsen',
    accessories: 'Andere Nebenforderungen',
    late: 'Zusätzlich aufgelaufen, wegen des Verzugs',
    lateInterest: 'Verzugszinsen',
    lateIndemnity: 'Pauschale für Beitreibungskosten',
    latePenalty: 'Vertragsstrafe',
    lateTotal: 'Zusätzlich aufgelaufen, gesamt',
    paid: 'Schon gezahlt',
    openButton: 'Meinen Fall öffnen',
    payButton: 'Ansehen und online zahlen',
    address: 'Adresse',
    reference: 'Referenz',
    code: 'Zugangscode',
    transfer: 'Per Überweisung zahlen',
    holder: 'Empfänger',
    bankReference: 'Verwendungszweck',
    amount: 'Betrag',
    qrAlt: 'QR-Code der Überweisung',
    qrHint: 'Mit der App Ihrer Bank scannen, wenn sie das kann.',
    receiptNumber: 'Quittung',
    received: 'Erhalten am',
    method: 'Zahlungsweg',
    openAfter: 'Rest nach dieser Zahlung',
    method_card: 'Karte',
    method_sepa_debit: 'Lastschrift',
    method_transfer: 'Überweisung',
    method_cheque: 'Scheck',
    method_cash: 'Bargeld',
    method_other: 'Anderer Weg',
    instalment: 'Rate',
    day: 'Datum',
    law: 'Was das Gesetz sagt',
    french: 'Auf Französisch',
    data: 'Ihre personenbezogenen Daten',
    caseReference: 'Fall',
    ourReference: 'Unsere Referenz',
    phone: 'Telefon',
    page: 'Seite',
    payment: 'Ihre Zahlung',
    plan: 'Ihre Raten',
  },
};

export const messageTextsDe = { templates, fixed };
