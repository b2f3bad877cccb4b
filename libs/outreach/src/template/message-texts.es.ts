import type { FixedTexts, MessageText, TemplateKey } from './message-texts';

const formalNotice =
  'Por la presente le requerimos formalmente que pague {{ totals.open | money }} el {{ payBy | day }} como tarde. Esta carta vale como requerimiento formal de pago (mise en demeure) en el sentido del artículo 1344 del Código Civil francés.';

const templates: Record<TemplateKey, MessageText> = {
  before_due: {
    subject: '{% if invoiceCount > 1 %}Sus facturas vencen{% else %}Su factura {{ firstInvoice.number }} vence{% endif %} pronto',
    preheader: '{{ totals.open | money }} por pagar el {{ firstInvoice.dueOn | day }} como tarde. No va con retraso.',
    title: '{% if invoiceCount > 1 %}Sus facturas vencen{% else %}Su factura vence{% endif %} pronto',
    body: `Este mensaje es solo un recordatorio. No va con retraso.

[amount]

[invoices]

[note]

[pay]

[transfer]

¿Ya ha pagado? Gracias, no tiene que hacer nada.

¿Ve un error? Respóndanos: lo corregimos con usted.`,
  },
  reminder_1: {
    subject: '{% if invoiceCount > 1 %}Sus facturas están{% else %}Su factura {{ firstInvoice.number }} está{% endif %} por pagar',
    preheader: 'Quedan {{ totals.open | money }} por pagar. Un olvido ocurre: así se paga en dos minutos.',
    title: '{% if invoiceCount > 1 %}Sus facturas están{% else %}Su factura está{% endif %} por pagar',
    body: `No hemos recibido su pago. Quizá sea un simple olvido.

[amount]

[invoices]

{% if payBy %}Le rogamos que pague el {{ payBy | day }} como tarde.{% else %}Le rogamos que pague en cuanto pueda.{% endif %}

[note]

[pay]

[transfer]

¿Ha pagado en los últimos días? Gracias, no tenga en cuenta este mensaje.

¿No está de acuerdo o no puede pagarlo todo? Díganoslo. Buscamos una solución con usted.`,
  },
  reminder_2: {
    subject: 'Segundo recordatorio: {{ totals.open | money }} por pagar',
    preheader: 'No hemos tenido ni pago ni respuesta. Díganos qué lo impide.',
    title: 'Segundo recordatorio: esperamos su pago',
    body: `Ya le hemos escrito. No hemos tenido ni pago ni respuesta.

[amount]

[invoices]

{% if payBy %}Le rogamos que pague el {{ payBy | day }} como tarde, o que nos responda antes.{% else %}Le rogamos que pague o nos responda pronto.{% endif %}

[note]

[pay]

[transfer]

¿Algo lo impide? Un error, un desacuerdo, una dificultad: díganoslo. Lo que usted discute queda en suspenso, y le respondemos por escrito.`,
  },
  formal_notice: {
    subject: 'Requerimiento formal de pago de {{ totals.open | money }}',
    preheader: 'A pagar el {{ payBy | day }} como tarde. Una solución amistosa sigue siendo posible.',
    title: 'Requerimiento formal de pago',
    body: `A pesar de nuestros mensajes, {% if invoiceCount > 1 %}las facturas siguientes siguen sin pagar{% else %}la factura siguiente sigue sin pagar{% endif %}.

[amount]

[invoices]

${formalNotice}

[note]

[pay]

[transfer]

Una solución amistosa sigue siendo posible. Si discute una factura, díganos cuál y por qué. Si no puede pagarlo todo, propónganos un importe y una fecha.

Sin pago ni respuesta en esa fecha, {{ creditor.name }} podrá pedir al juez que decida.`,
  },
  promise_confirmation: {
    subject: 'Su promesa de pagar {{ promise.amount | money }} el {{ promise.on | day }}',
    preheader: 'Gracias. Esperamos esa fecha antes de volver a escribirle.',
    title: 'Hemos anotado su promesa',
    body: `Gracias por su respuesta. Ha prometido pagar {{ promise.amount | money }} el {{ promise.on | day }}{% if promise.invoices.size > 0 %} {% if promise.invoices.size > 1 %}por las facturas{% else %}por la factura{% endif %} {% for number in promise.invoices %}{{ number }}{% unless forloop.last %}, {% endunless %}{% endfor %}{% endif %}.

Esperamos esa fecha. No le reclamaremos antes.

[note]

[pay]

[transfer]

¿Un imprevisto? Díganoslo antes de esa fecha. Buscamos otra solución con usted.`,
  },
  payment_receipt: {
    subject: 'Hemos recibido su pago de {{ payment.amount | money }}',
    preheader:
      '{% if nothingLeft %}Todo está pagado, gracias.{% else %}Adjuntamos su recibo. Quedan {{ payment.openAfter | money }}.{% endif %}',
    title: 'Gracias, hemos recibido su pago',
    body: `[payment]

Adjuntamos su recibo a este mensaje. Guárdelo.

{% if nothingLeft %}Todo está pagado. No tiene que hacer nada más.{% else %}Quedan {{ payment.openAfter | money }} por pagar.{% endif %}

[note]`,
  },
  receipt: {
    subject: 'Recibo {{ payment.receiptNumber }}',
    preheader: '{{ payment.amount | money }} recibidos el {{ payment.on | day }}',
    title: 'Recibo {{ payment.receiptNumber }}',
    body: `Hemos recibido de {{ debtor.name }} {{ payment.amount | money }}, para {{ creditor.name }}.

[payment]

[invoices]

{% if nothingLeft %}El expediente {{ case.reference }} está saldado. No se le pide nada más.{% else %}Este recibo (quittance) vale por la suma recibida. No vale como recibo del resto: quedan {{ payment.openAfter | money }} por pagar.{% endif %}`,
  },
  attestation: {
    subject: 'Certificado de pago {{ case.reference }}',
    preheader: 'No se debe nada más por este expediente.',
    title: 'Certificado de pago',
    body: `Certificamos que {{ debtor.name }} ha pagado el expediente {{ case.reference }}, para {{ creditor.name }}.

El {{ today | day }} no se debe nada más por este expediente. No se pedirá ninguna otra suma por estas facturas.

[payment]

Este certificado vale mientras el banco no retire ninguno de los pagos recibidos.`,
  },
  plan_confirmation: {
    subject: 'Su plan de pagos de {{ plan.total | money }}',
    preheader: 'Hemos anotado nuestro acuerdo. Primer plazo el {{ firstInstalment.on | day }}.',
    title: 'Su plan de pagos',
    body: `Hemos anotado nuestro acuerdo. Usted paga {{ plan.total | money }} en {{ instalmentCount }} plazos, sin gastos.

[instalments]

Mientras pague en estas fechas, no le reclamamos.

[note]

[pay]

[transfer]

¿Una fecha es difícil? Díganoslo antes. La cambiamos si es posible.`,
  },
  free_message: {
    subject: 'Sobre su expediente {{ case.reference }}',
    preheader: '{% if hasNote %}Un mensaje para usted.{% else %}El enlace a su expediente.{% endif %}',
    title: 'Sobre su expediente',
    body: `{% unless hasNote %}Este es el enlace a su expediente. No lo comparta.{% endunless %}

[note]

[pay]`,
  },
  answer_reply: {
    subject: 'Nuestra respuesta – expediente {{ case.reference }}',
    preheader: 'Usted nos ha escrito. Esta es nuestra respuesta.',
    title: 'Nuestra respuesta',
    body: `Usted nos ha escrito sobre su expediente. Esta es nuestra respuesta.

[note]

También está en la página de su expediente.

[open]`,
  },
};

const fixed: FixedTexts = {
  greeting: '{% if debtor.kind == "person" %}Buenos días, {{ debtor.name }}:{% else %}Buenos días:{% endif %}',
  closing: 'Un cordial saludo,',
  signature: '{% if hat == "agency" %}{{ agency.name }}, por cuenta de {{ creditor.name }}{% else %}{{ brand.name }}{% endif %}',
  mandate:
    '{{ agency.name }}, {{ agency.address }}, ejerce una actividad de cobro amistoso de créditos. Actuamos para {{ creditor.name }}, {{ creditor.address }}, que nos ha dado mandato de recibir las sumas siguientes.',
  firstLetter: 'Este mensaje sigue a nuestra carta con referencia {{ firstLetter.reference }}, enviada el {{ firstLetter.on | day }}.',
  basis:
    'Fundamento del crédito: {% if invoiceCount > 1 %}facturas impagadas{% else %}factura impagada{% endif %} {% for invoice in invoices %}{{ invoice.number }}{% unless forloop.last %}, {% endunless %}{% endfor %}, {% if invoiceCount > 1 %}emitidas{% else %}emitida{% endif %} por {{ creditor.name }}.',
  noCosts: 'Esta suma no incluye ninguno de los gastos que quedan a cargo del acreedor.',
  howToPay:
    'Le pedimos que pague {{ totals.open | money }}{% if payBy %} el {{ payBy | day }} como tarde{% endif %}: {% if hasTransfer %}por transferencia a la cuenta indicada arriba o {% endif %}en línea.',
  late: 'Estas sumas se han devengado hasta el {{ late.asOf | day }} (Código de Comercio francés, artículos L441-10 y D441-5{% if late.penalty.amount != "0.00" %}; Código Civil francés, artículo 1231-5{% endif %}){% if late.provisional %}, al último tipo publicado{% endif %}. No están incluidas en el total por pagar de arriba y no se pagan en línea: {{ creditor.name }} se reserva el derecho de pedirlas.',
  formalNotice,
  lawIntro:
    'Artículo L111-8 del Código francés de procedimientos civiles de ejecución (Code des procédures civiles d’exécution), párrafos 2 y 3, texto oficial:',
  frenchIntro: 'A este crédito se le aplica el derecho francés. Por eso las menciones obligatorias están aquí también en francés:',
  dataNotice:
    '{{ agency.name }} trata sus datos de contacto, sus facturas y sus pagos para resolver este crédito de forma amistosa, en el interés legítimo de {{ creditor.name }}, que nos los ha transmitido. Solo los reciben {{ creditor.name }} y nuestros proveedores. Los guardamos mientras dura el expediente y después el tiempo que fija la ley. Puede consultarlos, corregirlos, limitar su uso u oponerse: {{ agency.email }}. También puede dirigirse a la CNIL, la autoridad francesa (RGPD, artículo 14).',
  dataShort:
    '{% if hat == "agency" %}Sus datos vienen de {{ creditor.name }} y sirven para gestionar este expediente. Sus derechos: {{ agency.email }}.{% else %}Sus datos sirven para gestionar estas facturas. Sus derechos: {{ brand.email }}.{% endif %}',
  holder: 'Su banco mostrará el nombre {{ transfer.holder }}. Es normal: esta cuenta recibe los pagos para {{ creditor.name }}.',
  verify: '¿Dudas? Compruebe este mensaje: {{ case.verifyAddress }}',
  sentBy:
    '{% if hat == "agency" %}{{ agency.name }}, {{ agency.address }}{% if agency.siren != "" %}, SIREN {{ agency.siren }}{% endif %}. Empresa de cobro amistoso, con mandato de {{ creditor.name }}.{% else %}{{ brand.name }}, {{ brand.address }}{% endif %}',
  access: 'Abra su expediente, vea las facturas y pague en línea:',
  words: {
    invoice: 'Factura',
    dueOn: 'Vencimiento',
    open: 'Por pagar',
    disputed: 'en discusión',
    invoices: 'Las facturas',
    amountDue: 'Por pagar',
    total: 'Total por pagar',
    claim: 'Detalle de la suma',
    principal: 'Principal',
    interest: 'Intereses',
    accessories: 'Otros accesorios',
    late: 'Devengado además, por el retraso',
    lateInterest: 'Intereses de demora',
    lateIndemnity: 'Indemnización fija por costes de cobro',
    latePenalty: 'Cláusula penal',
    lateTotal: 'Total devengado además',
    paid: 'Ya pagado',
    openButton: 'Abrir mi expediente',
    payButton: 'Ver y pagar en línea',
    address: 'Dirección',
    reference: 'Referencia',
    code: 'Código de acceso',
    transfer: 'Pagar por transferencia',
    holder: 'Beneficiario',
    bankReference: 'Concepto',
    amount: 'Importe',
    qrAlt: 'Código QR de la transferencia',
    qrHint: 'Escanéelo con la aplicación de su banco, si lo permite.',
    receiptNumber: 'Recibo',
    received: 'Recibido el',
    method: 'Medio de pago',
    openAfter: 'Resto después de este pago',
    method_card: 'Tarjeta',
    method_sepa_debit: 'Adeudo',
    method_transfer: 'Transferencia',
    method_cheque: 'Cheque',
    method_cash: 'Efectivo',
    method_other: 'Otro',
    instalment: 'Plazo',
    day: 'Fecha',
    law: 'Lo que dice la ley',
    french: 'En francés',
    data: 'Sus datos personales',
    caseReference: 'Expediente',
    ourReference: 'Nuestra referencia',
    phone: 'Teléfono',
    page: 'Página',
    payment: 'Su pago',
    plan: 'Sus plazos',
  },
};

export const messageTextsEs = { templates, fixed };
