import { createHash } from 'node:crypto';
import { OrderRemittance } from '@amiable/billing';
import { RequestContext } from '@amiable/platform';
import { recordMovements, type MoneyFact } from '@amiable/payments';
import { OpenDispute, RecordPromise } from '@amiable/resolution';
import { castId, plant, type Cast, type CastCase, type CastClient, type TestDatabase } from '@amiable/testing';

/** Money of one client: some through trust, some straight to the client, some given back. Fees are 10 %. */
export async function payCast(test: TestDatabase, { id, cases: [first, , third] }: CastClient): Promise<void> {
  const fact = (theCase: CastCase, name: string, more: Partial<MoneyFact>): MoneyFact => ({
    clientId: id,
    caseId: theCase.caseId,
    kind: 'payment',
    method: 'card',
    sourceKey: `spec:${name}`,
    invoiceIds: null,
    amountMinor: 0n,
    providerFeeMinor: 0n,
    currency: 'EUR',
    effectiveOn: '2026-11-02',
    ...more,
  });
  await test.database.acrossClientsAsWorker((db) =>
    recordMovements(db, [
      fact(first, 'card', { amountMinor: 33333n, invoiceIds: [first.invoices[1]!.id], effectiveOn: '2026-10-20' }),
      fact(third, 'transfer', { amountMinor: 248055n, method: 'transfer' }),
      fact(first, 'direct', { amountMinor: 20000n, method: 'direct', invoiceIds: [first.invoices[0]!.id] }),
      fact(first, 'refund', { kind: 'refund', amountMinor: -10000n, reversesKey: 'spec:card' }),
    ]),
  );
}

/** A promise on the second case and a dispute of 300.00 on the first invoice of the first. */
export async function disputeCast(test: TestDatabase, { id, cases: [first, second] }: CastClient, note: string): Promise<string> {
  return test.database.inTenant(id, async (db) => {
    await new RecordPromise().run(RequestContext.system(), db, { caseId: second.caseId, amount: '400', dueOn: '2026-11-20' });
    const { disputeId } = await new OpenDispute().run(RequestContext.system(), db, {
      caseId: first.caseId,
      invoiceId: first.invoices[0]!.id,
      reason: 'defective',
      amount: '300',
      note,
    });
    return disputeId;
  });
}

/** Orders the remittance of everything that waits, and files its statement. Answers its id. */
export async function remitCast(test: TestDatabase, { id, slug }: CastClient): Promise<string> {
  const { remittanceId } = await test.database.inTenant(id, (db) =>
    new OrderRemittance().run(RequestContext.system(), db, { asOf: '2026-11-02' }),
  );
  const [pdf, csv] = ['pdf', 'csv'].map((kind) => ({
    client_id: id,
    id: castId(`statement ${slug} ${kind}`),
    kind: 'remittance_statement',
    filename: `${slug}.${kind}`,
    content_type: 'application/pdf',
    sha256: `\\x${createHash('sha256').digest('hex')}`,
    bytes: '\\x00',
  }));
  await plant(test, 'documents', [pdf!, csv!]);
  await test.owner(`update remittances set pdf_document_id = $2, csv_document_id = $3 where id = $1`, [remittanceId, pdf!.id, csv!.id]);
  return remittanceId;
}

/** An e-mail that left for a case, archived, and the event that tells it. Answers the id of its document. */
export async function mailCast(test: TestDatabase, { id, cases: [first], slug }: CastClient, text: string): Promise<string> {
  const [document, message] = [castId(`mail document ${slug}`), castId(`mail ${slug}`)];
  await plant(test, 'documents', [
    {
      client_id: id,
      id: document,
      case_id: first.caseId,
      kind: 'email',
      filename: 'relance.eml',
      content_type: 'message/rfc822',
      sha256: `\\x${createHash('sha256').digest('hex')}`,
      bytes: '\\x00',
    },
  ]);
  await plant(test, 'messages', [
    {
      client_id: id,
      id: message,
      case_id: first.caseId,
      channel: 'email',
      template: 'reminder_1',
      subject: text,
      state: 'sent',
      not_before: '2026-11-01',
      sent_at: '2026-11-01',
      document_id: document,
    },
  ]);
  await plant(test, 'timeline_events', [
    {
      client_id: id,
      case_id: first.caseId,
      kind: 'email.sent',
      at: '2026-11-01T08:00:00Z',
      actor_kind: 'system',
      actor_name: 'Amiable',
      facts: { messageId: message, name: text },
      client_sees: true,
    },
    {
      client_id: id,
      case_id: first.caseId,
      kind: 'note.added',
      at: '2026-11-01T09:00:00Z',
      actor_kind: 'staff',
      actor_name: 'Léa',
      facts: { note: `between us ${text}` },
      client_sees: false,
    },
  ]);
  return document;
}

/** Both clients live through the same. */
export async function liveThrough(test: TestDatabase, cast: Cast) {
  for (const client of [cast.a, cast.b]) await payCast(test, client);
  return {
    dispute: await disputeCast(test, cast.a, 'Deux chaises cassées'),
    disputeOfB: await disputeCast(test, cast.b, cast.b.name),
    document: await mailCast(test, cast.a, 'Première relance'),
    documentOfB: await mailCast(test, cast.b, cast.b.name),
  };
}
