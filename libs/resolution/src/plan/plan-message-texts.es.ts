import type { PlanMessageTexts, PlanWords } from './plan-message-texts';

const messages: PlanMessageTexts = {
  proposed: () => ({
    subject: 'Se le propone un plan de pagos',
    preheader: 'Léalo y diga sí o no. No se cobra nada sin su acuerdo.',
    title: 'Se le propone un plan de pagos',
    body: `Esto es lo que le proponemos, sin gastos.

[instalments]

[note]

Abra su expediente para aceptar o para proponer otra cosa. No se cobra nada sin su acuerdo.

[pay]`,
  }),
  accepted: () => ({
    subject: 'Su plan de pagos está aceptado',
    preheader: 'Guarde este mensaje: contiene las fechas y el texto de su acuerdo.',
    title: 'Su plan de pagos está aceptado',
    body: `Gracias. Estos son sus plazos. El texto de su acuerdo va adjunto.

[instalments]

Mientras pague en estas fechas, no le reclamamos.

[pay]

[transfer]

¿Una fecha es difícil? Abra su expediente antes de esa fecha.`,
  }),
  changed: () => ({
    subject: 'Su plan de pagos ha cambiado',
    preheader: 'Estas son sus nuevas fechas.',
    title: 'Su plan de pagos ha cambiado',
    body: `Su cambio está hecho. Esto es lo que queda por pagar.

[instalments]

[pay]`,
  }),
  refused: () => ({
    subject: 'Respuesta a su propuesta de plan de pagos',
    preheader: 'Su propuesta no se acepta. Otra solución es posible.',
    title: 'Su propuesta no se acepta',
    body: `Hemos estudiado su propuesta. No se acepta. Este es el motivo:

[note]

No se ha cobrado nada. Puede proponer otro importe u otra fecha.

[pay]`,
  }),
  ahead: ({ amount, day, means }) => ({
    subject: `Cobro de ${amount} el ${day}`,
    preheader: 'Un aviso antes de su plazo. No tiene que hacer nada.',
    title: `Su plazo del ${day}`,
    body: `Cobramos ${amount} el ${day}: ${means}.

No tiene que hacer nada. ¿Quiere pagar de otra forma o cambiar la fecha? Abra su expediente antes de ese día.

[pay]`,
  }),
  failed: ({ amount, means }) => ({
    subject: `El cobro de ${amount} no se ha podido hacer`,
    preheader: 'No se ha cobrado nada. Puede pagar en dos minutos.',
    title: 'El cobro no se ha podido hacer',
    body: `El banco ha rechazado ${amount}: ${means}. No se ha cobrado nada.

Puede pagar este plazo ahora, con tarjeta o por transferencia. También puede registrar otro medio de pago.

[pay]

[transfer]`,
  }),
  late: ({ amount, day, payBy }) => ({
    subject: `Plazo del ${day}: ${amount} por pagar antes del ${payBy}`,
    preheader: 'Su plan continúa si paga antes de esa fecha.',
    title: 'Un plazo está sin pagar',
    body: `No hemos recibido su plazo del ${day}. Faltan ${amount}.

Pague esta suma antes del ${payBy} y su plan continúa. Después de esa fecha termina, y todo el resto se debe de una vez.

[pay]

[transfer]

¿Acaba de pagar? Gracias, no tenga en cuenta este mensaje. ¿Una dificultad? Díganoslo antes de esa fecha.`,
  }),
  broken: ({ amount }) => ({
    subject: `Su plan de pagos ha terminado: ${amount} por pagar`,
    preheader: 'Aún hay solución. Díganos lo que puede pagar.',
    title: 'Su plan de pagos ha terminado',
    body: `Un plazo quedó sin pagar después de nuestro mensaje. Por eso su plan termina, como dice su acuerdo.

Quedan ${amount} por pagar, de una vez.

[pay]

[transfer]

Aún hay solución. Díganos lo que puede pagar.`,
  }),
};

export const planWordsEs: PlanWords = {
  messages,
  means: {
    onFile: 'medio de pago registrado',
    account: (end) => `cuenta que acaba en ${end}`,
    card: (end) => `tarjeta que acaba en ${end}`,
  },
  agreement: { title: 'Su plan de pagos', proof: (day, time) => `Acuerdo dado en línea el ${day} a las ${time} (hora de París).` },
};
