import { readLatePayment } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { toGlobalId } from '@amiable/platform';
import { openStage, type Stage } from '../stage';
import { enterAsDebtor } from './seated';

const lateFields = `latePayment { asOf interest { amount } indemnity { amount } penalty { amount } total { amount }`;

/** What is late is reckoned in one place: whoever looks sees the same sum, and nobody is made to pay it. */
describe('late payment', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());

  const id = (n: 0 | 1 | 2) => toGlobalId('Case', stage.cast.a.id, stage.cast.a.cases[n].caseId);
  const claimAll = (penalty = 0) =>
    stage.test.owner(`update mandates set late_interest = true, late_indemnity = true, penalty_percent = $1`, [penalty]);
  const consoleSays = async (n: 0 | 1 | 2) => {
    const lea = await stage.signIn('agency', stage.cast.staff.lea.email);
    const { data, text } = await lea(
      `query($id: ID!) { case(caseId: $id) { balance { open { amount } } ${lateFields} nothing provisional } } }`,
      {
        id: id(n),
      },
    );
    if (!data) throw new Error(text);
    return data.case;
  };
  const inFrench = (amount: string) => new RegExp(amount.replace('.', ',').replace(/\B(?=(\d{3})+(?!\d))/g, '\\s?'));

  it('the same on console, portal, page and letter, beside what is asked for; at the last rate known, and said so', async () => {
    await claimAll();
    stage.on('2026-12-15'); // no rate of that half-year is known
    const seen = await consoleSays(2); // 2,480.55 due on 2026-10-21, 55 days at 2.15 + 10
    expect(seen).toMatchObject({
      balance: { open: { amount: '2480.55' } },
      latePayment: { asOf: '2026-12-15', interest: { amount: '45.41' }, indemnity: { amount: '40.00' }, total: { amount: '85.41' } },
    });
    expect(seen.latePayment).toMatchObject({ nothing: null, provisional: true });
    const owner = await stage.signIn('client', stage.cast.a.owner.email);
    const { data } = await owner(`query($id: ID!) { case(caseId: $id) { ${lateFields} provisional } open { amount } } }`, { id: id(2) });
    expect(data.case).toMatchObject({
      open: { amount: '2480.55' },
      latePayment: { interest: { amount: '45.41' }, total: { amount: '85.41' } },
    });

    const cookie = await enterAsDebtor(stage, stage.cast.a, 2);
    const page = (await stage.browser().get(`/b/${stage.cast.a.slug}/claim`).set('cookie', cookie)).text.replace(/\s/g, ' ');
    for (const amount of ['45.41', '40.00', '85.41', '2480.55']) expect(page).toMatch(inFrench(amount));
    expect(page).toContain('ne se paient pas sur cette page');

    const lea = await stage.signIn('agency', stage.cast.staff.lea.email);
    const letter = (
      await lea(`query($id: ID!) { messagePreview(caseId: $id, template: "formal_notice") { html } }`, { id: id(2) })
    ).data.messagePreview.html.replace(/\s/g, ' ');
    for (const amount of ['45.41', '40.00', '85.41']) expect(letter).toMatch(inFrench(amount));
    expect(letter).toContain('ne sont pas comprises dans le total');
  });

  it('never from a person, never unless the mandate says so, and not under a plan that promised no interest', async () => {
    stage.on('2027-03-15');
    expect((await consoleSays(2)).latePayment).toMatchObject({ nothing: 'NOT_IN_MANDATE', total: { amount: '0.00' } });
    await claimAll(10);
    expect((await consoleSays(1)).latePayment).toMatchObject({ nothing: 'CONSUMER', total: { amount: '0.00' } });
    expect((await consoleSays(2)).latePayment.penalty).toEqual({ amount: '248.06' });
    await stage.test.owner(`update invoices set disputed_minor = amount_minor where client_id = $1`, [stage.cast.a.id]);
    expect((await consoleSays(2)).latePayment).toMatchObject({ nothing: 'NOTHING_LATE', total: { amount: '0.00' } });
    await stage.test.owner(`update invoices set disputed_minor = 0`);
    await stage.test.owner(`update cases set state = 'on_hold', hold_reason = 'x', hold_kind = 'insolvent' where client_id = $1`, [
      stage.cast.a.id,
    ]);
    expect((await consoleSays(2)).latePayment.nothing).toBe('NOBODY_MAY_ASK');
  });

  it('a payment stops what bears interest from its own day on, and a later look at an earlier day still says the same', async () => {
    await claimAll();
    const { id: clientId, cases } = stage.cast.a;
    const onDay = (day: string) =>
      stage.test.database.inTenant(clientId, (db) => readLatePayment(db, clientId, cases[2].caseId, dayOf(db.clock).with(parts(day))));
    stage.on('2026-12-01');
    const before = await onDay('2026-12-01');
    const bruno = await stage.signIn('agency', stage.cast.staff.accountant.email);
    const paid = await bruno(`mutation($input: RecordTransferInput!) { recordTransfer(input: $input) { id } }`, {
      input: { caseId: id(2), amount: '1000.00', receivedOn: '2026-12-01', bankReference: 'VIR 7', idempotencyKey: 'late-transfer' },
    });
    expect(paid.errors).toBeUndefined();
    expect((await onDay('2026-12-01')).interestMinor).toBe(before.interestMinor); // the day of payment is late still
    stage.on('2026-12-31');
    const after = await onDay('2026-12-31');
    expect(after.lines[0]!.segments.map(({ days, baseMinor }) => [days, baseMinor])).toEqual([
      [41, 248_055n],
      [30, 148_055n],
    ]);
    expect((await onDay('2026-12-01')).totalMinor).toBe(before.totalMinor);
  });
});

function parts(day: string): { year: number; month: number; day: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date! };
}
