import type { PlanMessageTexts, PlanWords } from './plan-message-texts';

const messages: PlanMessageTexts = {
  proposed: () => ({
    subject: 'Le viene proposto un piano di rate',
    preheader: 'Lo legga e dica sì o no. Nulla viene addebitato senza il Suo accordo.',
    title: 'Le viene proposto un piano di rate',
    body: `Ecco che cosa Le proponiamo, senza spese.

[instalments]

[note]

Apra la Sua pratica per accettare o per proporre altro. Nulla viene addebitato senza il Suo accordo.

[pay]`,
  }),
  accepted: () => ({
    subject: 'Il Suo piano di rate è accettato',
    preheader: 'Conservi questo messaggio: contiene le date e il testo del Suo accordo.',
    title: 'Il Suo piano di rate è accettato',
    body: `Grazie. Ecco le Sue rate. Il testo del Suo accordo è allegato.

[instalments]

Finché paga in queste date, non La sollecitiamo.

[pay]

[transfer]

Una data è difficile? Apra la Sua pratica prima di quella data.`,
  }),
  changed: () => ({
    subject: 'Il Suo piano di rate è cambiato',
    preheader: 'Ecco le nuove date.',
    title: 'Il Suo piano di rate è cambiato',
    body: `La Sua modifica è fatta. Ecco quanto resta da pagare.

[instalments]

[pay]`,
  }),
  refused: () => ({
    subject: 'Risposta alla Sua proposta di rate',
    preheader: 'La Sua proposta non è accettata. Un’altra soluzione è possibile.',
    title: 'La Sua proposta non è accettata',
    body: `Abbiamo esaminato la Sua proposta. Non è accettata. Ecco perché:

[note]

Nulla è stato addebitato. Può proporre un altro importo o un’altra data.

[pay]`,
  }),
  ahead: ({ amount, day, means }) => ({
    subject: `Addebito di ${amount} il ${day}`,
    preheader: 'Un avviso prima della rata. Non deve fare nulla.',
    title: `La Sua rata del ${day}`,
    body: `Addebitiamo ${amount} il ${day}: ${means}.

Non deve fare nulla. Vuole pagare in altro modo o cambiare la data? Apra la Sua pratica prima di quel giorno.

[pay]`,
  }),
  failed: ({ amount, means }) => ({
    subject: `L’addebito di ${amount} non è riuscito`,
    preheader: 'Nulla è stato addebitato. Può pagare in due minuti.',
    title: 'L’addebito non è riuscito',
    body: `La banca ha rifiutato ${amount}: ${means}. Nulla è stato addebitato.

Può pagare questa rata ora, con carta o con bonifico. Può anche registrare un altro mezzo di pagamento.

[pay]

[transfer]`,
  }),
  late: ({ amount, day, payBy }) => ({
    subject: `Rata del ${day}: ${amount} da pagare prima del ${payBy}`,
    preheader: 'Il piano continua se paga prima di quella data.',
    title: 'Una rata non è pagata',
    body: `Non abbiamo ricevuto la Sua rata del ${day}. Mancano ${amount}.

Paghi questa somma prima del ${payBy} e il piano continua. Dopo quella data finisce, e tutto il resto è dovuto in una volta.

[pay]

[transfer]

Ha appena pagato? Grazie, non tenga conto di questo messaggio. Una difficoltà? Ce lo dica prima di quella data.`,
  }),
  broken: ({ amount }) => ({
    subject: `Il Suo piano di rate è finito: ${amount} da pagare`,
    preheader: 'Una soluzione è ancora possibile. Ci dica quanto può pagare.',
    title: 'Il Suo piano di rate è finito',
    body: `Una rata è rimasta non pagata dopo il nostro messaggio. Perciò il piano finisce, come previsto nel Suo accordo.

Restano da pagare ${amount}, in una volta.

[pay]

[transfer]

Una soluzione è ancora possibile. Ci dica quanto può pagare.`,
  }),
};

export const planWordsIt: PlanWords = {
  messages,
  means: {
    onFile: 'mezzo di pagamento registrato',
    account: (end) => `conto che finisce con ${end}`,
    card: (end) => `carta che finisce con ${end}`,
  },
  agreement: { title: 'Il Suo piano di rate', proof: (day, time) => `Accordo dato online il ${day} alle ${time} (ora di Parigi).` },
};
