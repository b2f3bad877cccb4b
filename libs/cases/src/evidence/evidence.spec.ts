import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { AttachEvidence, mostEvidencePerInvoice } from './attach-evidence';
import { DetachEvidence } from './detach-evidence';
import { ShowEvidence } from './show-evidence';

describe('documents that prove an invoice', () => {
  let test: TestDatabase;
  let cast: Cast;
  beforeEach(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
  });
  afterEach(() => test.close());

  const client = (role: 'finance' | 'reader', of = cast.a) =>
    new RequestContext('client', { kind: 'client', id: of.owner.id, name: 'Alix', role, clientId: of.id }, 'fr');
  const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx: RequestContext) =>
    new Performer(test.database).perform(ctx, cast.a.id, useCase, input);
  const file = { filename: 'FA-101.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4 %%EOF') };
  const attach = (ctx: RequestContext, invoiceId = cast.a.cases[0].invoices[0]!.id) =>
    perform(new AttachEvidence(), { invoiceId, kind: 'invoice', debtorSees: true, file }, ctx);
  const refused = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  it('are attached, hidden from the debtor, taken off; the archive keeps the bytes and the story both acts', async () => {
    const { documentId } = await attach(client('finance'));
    await perform(new ShowEvidence(), { documentId, debtorSees: false }, client('finance'));
    expect(await test.owner(`select debtor_sees, removed_at from evidence where id = $1`, [documentId])).toEqual([
      { debtor_sees: false, removed_at: null },
    ]);
    await perform(new DetachEvidence(), { documentId }, client('finance'));
    expect(await refused(perform(new ShowEvidence(), { documentId, debtorSees: true }, client('finance')))).toBe('NOT_FOUND');
    expect(await test.owner(`select kind, filename, octet_length(bytes) as size from documents where id = $1`, [documentId])).toEqual([
      { kind: 'evidence', filename: 'FA-101.pdf', size: 14 },
    ]);
    expect((await test.owner<{ kind: string }>(`select kind from timeline_events order by id`)).map(({ kind }) => kind)).toEqual([
      'evidence.attached',
      'evidence.detached',
    ]);
  });

  it('are no business of readers, of another case or of another client, and have an end', async () => {
    expect(await refused(attach(client('reader')))).toBe('FORBIDDEN');
    expect(await refused(attach(client('finance', cast.b)))).toBe('NOT_FOUND');
    expect(await refused(attach(client('finance'), cast.b.cases[0].invoices[0]!.id))).toBe('NOT_FOUND');
    for (let n = 0; n < mostEvidencePerInvoice; n++) await attach(client('finance'));
    expect(await refused(attach(client('finance')))).toBe('EVIDENCE_TOO_MANY');
  });
});
