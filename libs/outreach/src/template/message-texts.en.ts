import type { FixedTexts, MessageText, TemplateKey } from './message-texts';

const formalNotice =
  'We hereby give you formal notice to pay {{ totals.open | money }} by {{ payBy | day }}. This letter is a formal notice (mise en demeure) within the meaning of article 1344 of the French Civil Code.';

const templates: Record<TemplateKey, MessageText> = {
  before_due: {
    subject: '{% if invoiceCount > 1 %}Your invoices are{% else %}Your invoice {{ firstInvoice.number }} is{% endif %} due soon',
    preheader: '{{ totals.open | money }} to pay by {{ firstInvoice.dueOn | day }}. You are not late.',
    title: '{% if invoiceCount > 1 %}Your invoices are{% else %}Your invoice is{% endif %} due soon',
    body: `This is only a reminder. You are not late.

[amount]

[invoices]

[note]

[pay]

[transfer]

Already paid? Thank you, there is nothing to do.

Something wrong? Answer us: we put it right with you.`,
  },
  reminder_1: {
    subject: '{% if invoiceCount > 1 %}Your invoices are{% else %}Your invoice {{ firstInvoice.number }} is{% endif %} still to be paid',
    preheader: '{{ totals.open | money }} is left to pay. It is easily forgotten: here is how to settle in two minutes.',
    title: '{% if invoiceCount > 1 %}Your invoices are{% else %}Your invoice is{% endif %} still to be paid',
    body: `We have not received your payment. Perhaps it was simply forgotten.

[amount]

[invoices]

{% if payBy %}Please pay by {{ payBy | day }}.{% else %}Please pay as soon as you can.{% endif %}

[note]

[pay]

[transfer]

Did you pay in the last few days? Thank you, please ignore this message.

You do not agree, or cannot pay everything? Tell us. We look for a solution with you.`,
  },
  reminder_2: {
    subject: 'Second reminder: {{ totals.open | money }} to pay',
    preheader: 'We have had neither payment nor answer. Tell us what stands in the way.',
    title: 'Second reminder: we are waiting for your payment',
    body: `We have written to you before. We have had neither payment nor answer.

[amount]

[invoices]

{% if payBy %}Please pay by {{ payBy | day }}, or answer us before that day.{% else %}Please pay or answer us soon.{% endif %}

[note]

[pay]

[transfer]

Is something in the way? A mistake, a disagreement, a difficulty: tell us. What you dispute is put on hold, and we answer in writing.`,
  },
  formal_notice: {
    subject: 'Formal notice to pay {{ totals.open | money }}',
    preheader: 'To be paid by {{ payBy | day }}. A friendly solution is still possible.',
    title: 'Formal notice to pay',
    body: `In spite of our messages, {% if invoiceCount > 1 %}the invoices below are{% else %}the invoice below is{% endif %} still unpaid.

[amount]

[invoices]

${formalNotice}

[note]

[pay]

[transfer]

A friendly solution is still possible. If you dispute an invoice, tell us which and why. If you cannot pay everything, offer us an amount and a day.

Without payment or answer by that day, {{ creditor.name }} may ask the court to decide.`,
  },
  promise_confirmation: {
    subject: 'Your promise to pay {{ promise.amount | money }} on {{ promise.on | day }}',
    preheader: 'Thank you. We wait for that day before we write again.',
    title: 'We have noted your promise',
    body: `Thank you for your answer. You promised to pay {{ promise.amount | money }} on {{ promise.on | day }}{% if promise.invoices.size > 0 %} {% if promise.invoices.size > 1 %}for the invoices{% else %}for the invoice{% endif %} {% for number in promise.invoices %}{{ number }}{% unless forloop.last %}, {% endunless %}{% endfor %}{% endif %}.

We wait for that day. We send no reminder until then.

[note]

[pay]

[transfer]

Something unforeseen? Tell us before that day. We look for another solution with you.`,
  },
  payment_receipt: {
    subject: 'We have received your payment of {{ payment.amount | money }}',
    preheader:
      '{% if nothingLeft %}Everything is paid, thank you.{% else %}Your receipt is attached. {{ payment.openAfter | money }} is left.{% endif %}',
    title: 'Thank you, we have received your payment',
    body: `[payment]

Your receipt is attached to this message. Please keep it.

{% if nothingLeft %}Everything is paid. There is nothing left to do.{% else %}{{ payment.openAfter | money }} is left to pay.{% endif %}

[note]`,
  },
  receipt: {
    subject: 'Receipt {{ payment.receiptNumber }}',
    preheader: '{{ payment.amount | money }} received on {{ payment.on | day }}',
    title: 'Receipt {{ payment.receiptNumber }}',
    body: `We have received {{ payment.amount | money }} from {{ debtor.name }}, for {{ creditor.name }}.

[payment]

[invoices]

{% if nothingLeft %}Case {{ case.reference }} is settled. Nothing more is asked of you.{% else %}This receipt (quittance) is for the amount received. It is no receipt for the balance: {{ payment.openAfter | money }} is left to pay.{% endif %}`,
  },
  attestation: {
    subject: 'Certificate of settlement {{ case.reference }}',
    preheader: 'Nothing more is owed for this case.',
    title: 'Certificate of settlement',
    body: `We certify that {{ debtor.name }} has settled case {{ case.reference }}, for {{ creditor.name }}.

On {{ today | day }}, nothing more is owed for this case. No further amount will be asked for these invoices.

[payment]

This certificate holds as long as the bank takes none of the payments back.`,
  },
  plan_confirmation: {
    subject: 'Your payment plan for {{ plan.total | money }}',
    preheader: 'We have noted our agreement. First instalment on {{ firstInstalment.on | day }}.',
    title: 'Your payment plan',
    body: `We have noted our agreement. You pay {{ plan.total | money }} in {{ instalmentCount }} instalments, free of charge.

[instalments]

As long as you pay on these days, we send no reminder.

[note]

[pay]

[transfer]

Is one of the days difficult? Tell us before. We move it if we can.`,
  },
  free_message: {
    subject: 'About your case {{ case.reference }}',
    preheader: '{% if hasNote %}A message for you.{% else %}The link to your case.{% endif %}',
    title: 'About your case',
    body: `{% unless hasNote %}Here is the link to your case. Please keep it to yourself.{% endunless %}

[note]

[pay]`,
  },
  answer_reply: {
    subject: 'Our answer – case {{ case.reference }}',
    preheader: 'You wrote to us. Here is our answer.',
    title: 'Our answer',
    body: `You wrote to us about your case. Here is our answer.

[note]

It is also on the page of your case.

[open]`,
  },
};

const fixed: FixedTexts = {
  greeting: '{% if debtor.kind == "person" %}Hello {{ debtor.name }},{% else %}Hello,{% endif %}',
  closing: 'Kind regards,',
  signature: '{% if hat == "agency" %}{{ agency.name }}, on behalf of {{ creditor.name }}{% else %}{{ brand.name }}{% endif %}',
  mandate:
    '{{ agency.name }}, {{ agency.address }}, carries on the activity of amicable debt collection. We act for {{ creditor.name }}, {{ creditor.address }}, who has given us a mandate to receive the amounts below.',
  firstLetter: 'This message follows our letter reference {{ firstLetter.reference }}, sent on {{ firstLetter.on | day }}.',
  basis:
    'Basis of the claim: unpaid {% if invoiceCount > 1 %}invoices{% else %}invoice{% endif %} {% for invoice in invoices %}{{ invoice.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}, issued by {{ creditor.name }}.',
  noCosts: 'This amount includes none of the costs that stay with the creditor.',
  howToPay:
    'We ask you to pay {{ totals.open | money }}{% if payBy %} by {{ payBy | day }}{% endif %}: {% if hasTransfer %}by transfer to the account above, or {% endif %}online.',
  late: 'These sums have accrued by {{ late.asOf | day }} (French Commercial Code, articles L441-10 and D441-5{% if late.penalty.amount != "0.00" %}; Civil Code, article 1231-5{% endif %}){% if late.provisional %}, at the last published rate{% endif %}. They are not part of the total to pay above and are not paid online: {{ creditor.name }} reserves the right to ask for them.',
  formalNotice,
  lawIntro: 'Article L111-8 of the French Code of civil enforcement procedures, paragraphs 2 and 3, official text:',
  frenchIntro: 'French law applies to this claim. The statements it requires are therefore here in French as well:',
  dataNotice:
    '{{ agency.name }} processes your contact details, invoices and payments to settle this claim amicably, in the legitimate interest of {{ creditor.name }}, who passed them on to us. Only {{ creditor.name }} and our service providers receive them. We keep them for the time of the case, then for as long as the law requires. You may see them, correct them, restrict their use or object: {{ agency.email }}. You may also turn to the CNIL, the French authority (GDPR, article 14).',
  dataShort:
    '{% if hat == "agency" %}Your data come from {{ creditor.name }} and serve to handle this case. Your rights: {{ agency.email }}.{% else %}Your data serve to handle these invoices. Your rights: {{ brand.email }}.{% endif %}',
  holder:
    'Your bank will show the name {{ transfer.holder }}. This is as it should be: this account receives payments for {{ creditor.name }}.',
  verify: 'Not sure? Check this message: {{ case.verifyAddress }}',
  sentBy:
    '{% if hat == "agency" %}{{ agency.name }}, {{ agency.address }}{% if agency.siren != "" %}, SIREN {{ agency.siren }}{% endif %}. Amicable collection company, mandated by {{ creditor.name }}.{% else %}{{ brand.name }}, {{ brand.address }}{% endif %}',
  access: 'Open your case, see the invoices and pay online:',
  words: {
    invoice: 'Invoice',
    dueOn: 'Due on',
    open: 'Left to pay',
    disputed: 'disputed',
    invoices: 'The invoices',
    amountDue: 'Left to pay',
    total: 'Total to pay',
    claim: 'How the amount is made up',
    principal: 'Principal',
    late: 'Accrued on top, because of the delay',
    lateInterest: 'Late-payment interest',
    lateIndemnity: 'Fixed recovery indemnity',
    latePenalty: 'Penalty clause',
    lateTotal: 'Total accrued on top',
    interest: 'Interest',
    accessories: 'Other accessories',
    paid: 'Already paid',
    openButton: 'Open my case',
    payButton: 'See and pay online',
    address: 'Address',
    reference: 'Reference',
    code: 'Access code',
    transfer: 'Pay by bank transfer',
    holder: 'Payee',
    bankReference: 'Reference to give',
    amount: 'Amount',
    qrAlt: 'QR code of the transfer',
    qrHint: 'Scan it with your banking app, if it can read it.',
    receiptNumber: 'Receipt',
    received: 'Received on',
    method: 'Way of payment',
    openAfter: 'Left after this payment',
    method_card: 'Card',
    method_sepa_debit: 'Direct debit',
    method_transfer: 'Bank transfer',
    method_cheque: 'Cheque',
    method_cash: 'Cash',
    method_other: 'Other',
    instalment: 'Instalment',
    day: 'Day',
    law: 'What the law says',
    french: 'In French',
    data: 'Your personal data',
    caseReference: 'Case',
    ourReference: 'Our reference',
    phone: 'Phone',
    page: 'Page',
    payment: 'Your payment',
    plan: 'Your instalments',
  },
};

export const messageTextsEn = { templates, fixed };
