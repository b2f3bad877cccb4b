import { createHmac } from 'node:crypto';
import { addressOfBrand, Brand, Client, readAgency, rfReferenceOf, type Agency } from '@amiable/clients';
import { accessCode, toDecimal } from '@amiable/kernel';
import {
  messageIdOf,
  referenceOf,
  renderMessage,
  senderOf,
  speakerOf,
  themeOf,
  transferAccount,
  type MessageCase,
  type MessageFacts,
} from '@amiable/outreach';
import { buildMail, type ReadDb, type Settings } from '@amiable/platform';
import type { StandardStep } from '@amiable/strategies';
import { at, isoDay } from './days';
import { plainPdf, wordsOf } from './plain-pdf';
import type { DemoCase, DoneStep } from './portfolio.types';

/** Who speaks for one client, read once. */
export interface Voice {
  readonly brand: Brand;
  readonly client: Client;
  readonly agency: Agency;
}

export async function voiceOf(db: ReadDb, clientId: string): Promise<Voice> {
  return {
    brand: await db.em.getRepository(Brand).findOneByOrFail({ clientId }),
    client: await db.em.getRepository(Client).findOneByOrFail({ clientId }),
    agency: await readAgency(db),
  };
}

/** A message as it left the house on its day. */
export interface Composed {
  readonly subject: string;
  readonly recipient: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly filename: string;
  readonly providerReference: string;
  readonly linkToken: string | null;
}

type FirstLetter = MessageFacts['case']['firstLetter'];

/** Writes the message of a step with the words, the brand and the figures of that day, by the same templates as today's. */
export async function composeMessage(
  voice: Voice,
  theCase: DemoCase,
  step: StandardStep,
  done: DoneStep,
  firstLetter: FirstLetter,
  settings: Pick<Settings, 'AMIABLE_SECRET' | 'PUBLIC_URL'>,
): Promise<Composed> {
  const { debtor } = theCase;
  const spoken = { ...voice, theCase: { hat: theCase.client.hat } } as MessageCase;
  const linkToken =
    step.channel === 'email'
      ? createHmac('sha256', settings.AMIABLE_SECRET).update(`demo link ${done.id}`).digest().subarray(0, 20).toString('base64url')
      : null;
  const facts = factsOf(spoken, theCase, done, firstLetter, linkToken, settings);
  const request = { template: step.template as never, language: debtor.language, facts, theme: themeOf(spoken) };
  if (step.channel === 'letter') {
    const letter = renderMessage({ ...request, channel: 'letter' });
    return {
      subject: letter.title,
      recipient: [debtor.name, ...facts.debtor.addressLines].join(', '),
      bytes: plainPdf(wordsOf(letter.html)),
      contentType: 'application/pdf',
      filename: `${facts.messageReference}.pdf`,
      providerReference: `print:${facts.today}`,
      linkToken,
    };
  }
  const mail = renderMessage({ ...request, channel: 'email' });
  const { from, replyTo } = senderOf(spoken);
  const messageId = messageIdOf(done.id, from);
  const bytes = await buildMail({
    messageId,
    from,
    replyTo,
    to: debtor.email!,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    date: new Date(at(done.day, '07:05')),
    language: debtor.language,
  });
  return {
    subject: mail.subject,
    recipient: debtor.email!,
    bytes,
    contentType: 'message/rfc822',
    filename: `${done.id}.eml`,
    providerReference: messageId,
    linkToken,
  };
}

function factsOf(
  spoken: MessageCase,
  theCase: DemoCase,
  { id, day }: DoneStep,
  firstLetter: FirstLetter,
  linkToken: string | null,
  settings: Pick<Settings, 'AMIABLE_SECRET' | 'PUBLIC_URL'>,
): MessageFacts {
  const { brand } = spoken;
  const { debtor } = theCase;
  const money = (minor: number) => ({ amount: toDecimal(BigInt(minor)), currency: 'EUR' });
  const owed = openInvoices(theCase, day);
  const [claimed, paid] = owed.reduce(([a, b], one) => [a + one.invoice.minor, b + one.paid], [0, 0]);
  const address = addressOfBrand(brand, settings.PUBLIC_URL);
  const account = transferAccount(spoken);
  const [line, postcode, city, country] = debtor.address;
  return {
    brand: {
      name: brand.name,
      logo: brand.logo,
      logoMail: brand.logoMail,
      address: `${brand.addressLine}, ${brand.postcode} ${brand.city}`,
      phone: brand.phone,
      email: brand.replyTo,
      website: brand.website,
      font: brand.font,
    },
    speaker: speakerOf(spoken),
    debtor: { name: debtor.name, kind: debtor.kind, addressLines: [line, `${postcode} ${city}`, ...(country === 'FR' ? [] : [country])] },
    case: {
      reference: theCase.reference,
      accessCode: accessCode(settings.AMIABLE_SECRET, theCase.id),
      link: linkToken ? `${address}/p/${linkToken}` : `${address}/`,
      enterAddress: `${address.replace(/^https?:\/\//, '')}/enter`,
      verifyAddress: `${address}/verify`,
      firstLetter,
    },
    messageReference: referenceOf(id),
    invoices: owed.map(({ invoice, paid }) => ({
      number: invoice.number,
      issuedOn: isoDay(invoice.issued),
      dueOn: isoDay(invoice.due),
      amount: money(invoice.minor),
      paid: money(paid),
      open: money(invoice.minor - paid),
    })),
    totals: { principal: money(claimed), interest: money(0), accessories: money(0), paid: money(paid), open: money(claimed - paid) },
    payBy: isoDay(day + 8),
    transfer: account && { ...account, reference: rfReferenceOf(theCase.reference), qrDataUri: null },
    today: isoDay(day),
    note: null,
    promise: null,
    payment: null,
    plan: null,
  };
}

/** What was open on a day, the oldest first; money without a choice of its own went to the oldest. */
function openInvoices(theCase: DemoCase, day: number) {
  let loose = theCase.pays.reduce((sum, pay) => (pay.invoice === null && pay.day <= day ? sum + pay.minor : sum), 0);
  return theCase.invoices
    .filter((invoice) => invoice.placed! <= day)
    .sort((a, b) => a.due - b.due)
    .map((invoice) => {
      const chosen = theCase.pays.reduce((sum, pay) => (pay.invoice === invoice && pay.day <= day ? sum + pay.minor : sum), 0);
      const { dispute } = theCase;
      const credited = dispute?.upheld && dispute.invoice === invoice && dispute.closed! <= day ? dispute.minor : 0;
      const more = Math.max(0, Math.min(loose, invoice.minor - chosen - credited));
      loose -= more;
      return { invoice, paid: chosen + credited + more };
    })
    .filter(({ invoice, paid }) => paid < invoice.minor);
}
