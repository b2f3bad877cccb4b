import { verifyInvariants } from '@amiable/insights';
import { RecordTransfer } from '@amiable/payments';
import { toGlobalId } from '@amiable/platform';
import { CloseDispute, OpenDispute } from '@amiable/resolution';
import { openStage, type Ask, type Stage } from '../stage';
import { actsOn, card } from './acts.fixture';

/** What a payer gave beyond what he owed goes back the way it came; above the limit it takes two persons. */
jest.setTimeout(120_000);
let stage: Stage;
let keys = 0;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const { perform, begin, submit, balances } = actsOn(() => stage);
const theCase = () => stage.cast.a.cases[0];
const caseId = () => toGlobalId('Case', stage.cast.a.id, theCase().caseId);
const desk = `refunds { excess { amount } refunds { id state mayDecide mayRecord failure amount { amount } } }`;
const seen = async (ask: Ask) =>
  (await ask(`query($id: ID!) { case(caseId: $id) { ${desk} timeline { kind } } }`, { id: caseId() })).data.case;
const write = async (ask: Ask, name: string, input: object) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await ask(`mutation($input: ${type}!) { ${name}(input: $input) { ${desk} } }`, {
    input: { ...input, idempotencyKey: `refund-spec-${++keys}` },
  });
  return answer.errors?.[0]?.extensions.code ?? answer.data[name].refunds;
};

/** The debtor stands on the card page for all he owes; meanwhile the client gives up `amount` of it. */
async function payTooMuch(amount: string): Promise<void> {
  const { id } = stage.cast.a;
  const { url } = await begin(id, theCase().caseId, '1533,33');
  const { disputeId } = await perform(id, OpenDispute, {
    caseId: theCase().caseId,
    invoiceId: theCase().invoices[0]!.id,
    reason: 'wrong_amount',
    amount,
  });
  await perform(id, CloseDispute, { disputeId, upheld: true, answer: 'Avoir émis' });
  await submit(url, card);
}

it('250 euros: a collector asks, the accountant approves, the provider sends it, and the books say so to the cent', async () => {
  await payTooMuch('250');
  const lea = await stage.signIn('agency', stage.cast.staff.lea.email);
  const bruno = await stage.signIn('agency', stage.cast.staff.accountant.email);
  expect((await seen(lea)).refunds).toEqual({ excess: { amount: '250.00' }, refunds: [] });
  expect(await write(lea, 'askRefund', { caseId: caseId(), amount: '250.01', reason: 'avoir' })).toBe('REFUND_TOO_LARGE');
  const asked = await write(lea, 'askRefund', { caseId: caseId(), amount: '250.00', reason: 'avoir émis pendant le paiement' });
  expect(asked).toMatchObject({ excess: { amount: '0.00' }, refunds: [{ state: 'ASKED', mayDecide: false }] });
  expect(await write(lea, 'askRefund', { caseId: caseId(), amount: '1.00', reason: 'encore' })).toBe('NOTHING_TO_REFUND');
  const [{ id: refundId }] = asked.refunds;
  expect(await write(lea, 'decideRefund', { refundId, approved: true, reason: '' })).toBe('FORBIDDEN');
  await stage.settle();
  expect(await stage.test.owner(`select count(*)::int as n from movements where kind = 'refund'`)).toEqual([{ n: 0 }]); // nothing leaves before

  expect(await write(bruno, 'decideRefund', { refundId, approved: true, reason: 'vu' })).toMatchObject({
    refunds: [{ state: 'APPROVED' }],
  });
  await stage.settle();
  await stage.settle();
  expect(await stage.test.owner(`select amount_minor, method from movements where kind = 'refund'`)).toEqual([
    { amount_minor: -25_000n, method: 'card' },
  ]);
  const after = await seen(bruno);
  expect(after.refunds).toMatchObject({ excess: { amount: '0.00' }, refunds: [{ state: 'DONE', amount: { amount: '250.00' } }] });
  expect(after.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['refund.asked', 'refund.approved', 'refund.sent', 'payment.refunded']),
  );
  expect(await write(bruno, 'decideRefund', { refundId, approved: false, reason: 'trop tard' })).toBe('NO_SUCH_TRANSITION');
  expect((await balances(stage.cast.a.id, 'trust')).CLIENT_PAYABLE).toBe(-128_333n); // 1,533.33 came, 250.00 went
  expect((await verifyInvariants(stage.test.database)).filter(({ ok }) => !ok)).toEqual([]);
});

it('below the limit the accountant lets it go alone; above it not even an administrator approves what he asked for', async () => {
  await payTooMuch('300');
  const bruno = await stage.signIn('agency', stage.cast.staff.accountant.email);
  const admin = await stage.signIn('agency', stage.cast.staff.admin.email);
  expect(await write(bruno, 'askRefund', { caseId: caseId(), amount: '99.99', reason: 'avoir' })).toMatchObject({
    refunds: [{ state: 'APPROVED' }],
  });
  await stage.settle();
  await stage.settle();
  const asked = await write(admin, 'askRefund', { caseId: caseId(), amount: '200.01', reason: 'le reste' });
  expect(asked.refunds[0]).toMatchObject({ state: 'ASKED', mayDecide: false });
  const refundId = asked.refunds[0].id;
  expect(await write(admin, 'decideRefund', { refundId, approved: true, reason: '' })).toBe('REFUND_NEEDS_ANOTHER');
  expect(await write(bruno, 'decideRefund', { refundId, approved: false, reason: '' })).toBe('TEXT_MISSING');
  expect(await write(bruno, 'decideRefund', { refundId, approved: false, reason: 'à garder pour la facture suivante' })).toMatchObject({
    excess: { amount: '200.01' }, // asked for or not, it is still the payer's
    refunds: [{ state: 'REFUSED' }, { state: 'DONE' }],
  });
});

it('what came by transfer goes back by hand: approved, transferred, entered from the statement once', async () => {
  await perform(stage.cast.a.id, RecordTransfer, {
    caseId: theCase().caseId,
    amount: '1600',
    receivedOn: '2026-11-02',
    bankReference: 'VIR 1600',
    direct: false,
  });
  const bruno = await stage.signIn('agency', stage.cast.staff.accountant.email);
  const asked = await write(bruno, 'askRefund', { caseId: caseId(), amount: '66.67', reason: 'arrondi du débiteur' });
  expect(asked.refunds[0]).toMatchObject({ state: 'APPROVED', mayRecord: true });
  await stage.settle();
  const refundId = asked.refunds[0].id;
  expect(await write(bruno, 'recordRefund', { refundId, paidOn: '2026-11-09', bankReference: 'RBT 1' })).toBe('DAY_IN_FUTURE');
  expect(await write(bruno, 'recordRefund', { refundId, paidOn: '2026-11-02', bankReference: 'RBT 1' })).toMatchObject({
    excess: { amount: '0.00' },
    refunds: [{ state: 'DONE', mayRecord: false }],
  });
  expect(await write(bruno, 'recordRefund', { refundId, paidOn: '2026-11-02', bankReference: 'RBT 1' })).toBe('NO_SUCH_TRANSITION');
  expect(await balances(stage.cast.a.id, 'trust')).toEqual({ BANK_TRUST: 153_333n, CLIENT_PAYABLE: -153_333n });
  expect((await verifyInvariants(stage.test.database)).filter(({ ok }) => !ok)).toEqual([]);
});
