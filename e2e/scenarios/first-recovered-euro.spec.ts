import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { MarkRemittancePaidOut, OrderRemittance } from '@amiable/billing';
import { ImportInvoices } from '@amiable/cases';
import { verifyInvariants } from '@amiable/insights';
import { Performer, RequestContext } from '@amiable/platform';
import { formToken, openStage, type Stage } from '../stage';

/** The way of one euro, from the client's file to the client's account: what happens day by day, and what does not. */
describe('the first recovered euro', () => {
  let stage: Stage;
  const today = () => stage.test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
  const ctx = RequestContext.system();

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const one = async <T = Record<string, any>>(sql: string, params: unknown[] = []) => (await stage.test.owner<T>(sql, params))[0]!;

  it('goes from an invoice file to money remitted, with nothing sent twice and nothing after payment', async () => {
    const { cast } = stage;
    const start = today();
    const day = (n: number) => start.add({ days: n }).toString();
    const french = (n: number) => day(n).split('-').reverse().join('/');

    // Day 0: the client's file.
    const csv = `N° facture;Code client;Client;E-mail;Adresse;Code postal;Ville;Date facture;Échéance;Montant TTC\nZ-1;C900;Boulangerie Morel;morel@example.org;3 rue du Four;69003;Lyon;${french(-40)};${french(-10)};842,50\nZ-2;C900;Boulangerie Morel;morel@example.org;3 rue du Four;69003;Lyon;${french(-35)};${french(-5)};318,90\n`;
    const report = await stage.worker
      .get(ImportInvoices)
      .importFromFile(
        ctx,
        { clientId: cast.a.id, filename: 'export.csv', source: () => Readable.from([Buffer.from(csv)]) },
        'all_or_nothing',
      );
    expect(report).toMatchObject({ counts: { new: 2, rejected: 0 }, sums: { amount: '1161.40' }, casesOpened: 1 });
    const theCase = await one(
      `select c.* from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where d.reference = 'C900'`,
    );
    expect(theCase).toMatchObject({ state: 'open', open_minor: 116140n });
    await stage.settle();
    expect(await one(`select step_no, due_on::text from schedules where case_id = $1`, [theCase.id])).toEqual({
      step_no: 2,
      due_on: day(0),
    });

    // Day 0: the daily run writes the first reminder, once, however often it runs.
    await stage.workerRuns();
    await stage.workerRuns();
    const reminders = (await stage.mails()).filter((mail) => mail.to.includes('morel@example.org'));
    expect(reminders).toHaveLength(1);
    const [reminder] = reminders;
    expect(reminder!.html).toContain(cast.a.brandName);
    expect(reminder!.raw.includes(cast.agencyName)).toBe(false); // the client speaks; the agency does not appear
    const archived = await one<{ bytes: Buffer; sha256: Buffer }>(
      `select d.bytes, d.sha256 from messages m join documents d on d.client_id = m.client_id and d.id = m.document_id where m.case_id = $1`,
      [theCase.id],
    );
    expect(reminder!.raw.toString('latin1').trimEnd().endsWith(archived.bytes.toString('latin1').trimEnd())).toBe(true); // byte for byte what left
    expect(createHash('sha256').update(archived.bytes).digest().equals(archived.sha256)).toBe(true);

    // Day 2: the debtor opens the link, gives the postcode, and pays by card.
    stage.on(day(2));
    const link = /href="(http[^"]*\/p\/[^"]+)"/.exec(reminder!.html)![1]!;
    const browser = stage.browser();
    const path = new URL(link).pathname;
    const door = await browser.get(path);
    expect(door.status).toBe(200);
    expect(door.text).not.toContain('Morel');
    expect(door.text).not.toContain('842');
    const wrong = await browser
      .post(path)
      .set('origin', stage.url)
      .type('form')
      .send({ _csrf: formToken(door.text), postcode: '75001' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain('Morel');
    const opened = await browser
      .post(path)
      .set('origin', stage.url)
      .type('form')
      .send({ _csrf: formToken(wrong.text), postcode: '69 003' });
    expect(opened.status).toBe(303);
    const claim = await browser.get(opened.headers.location!);
    expect(claim.text).toContain('Boulangerie Morel');
    expect(claim.text.replace(/\s/g, '')).toContain('1161,40');
    const base = path.replace(/\/p\/.*/, '');
    const pay = await browser.get(`${base}/pay`);
    const started = await browser
      .post(`${base}/pay`)
      .set('origin', stage.url)
      .type('form')
      .send({ _csrf: formToken(pay.text), choice: 'all' });
    expect(started.status).toBe(303);
    const again = await browser
      .post(`${base}/pay`)
      .set('origin', stage.url)
      .type('form')
      .send({ _csrf: formToken(pay.text), choice: 'all' });
    expect(again.headers.location).toBe(started.headers.location); // a second click pays nothing twice

    // The reminder that falls due meanwhile does not leave: a payment is in flight.
    await one(`update schedules set due_on = $2 where case_id = $1 returning 1`, [theCase.id, day(2)]);
    const frozen = await stage.workerRuns();
    expect(frozen.skipped.payment_in_flight).toBe(1);

    const paid = await fetch(started.headers.location!, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ method: 'card', card_number: '4242 4242 4242 4242', expiry: '12/39', cvc: '123', name: 'A Morel' }),
    });
    expect(paid.status).toBe(303);
    const back = await browser.get(new URL(paid.headers.get('location')!).pathname);
    expect(back.status).toBe(200);
    await stage.settle();

    // Recorded once, in the ledger, allocated, receipt sent, case closed by rule.
    expect(await one(`select state, close_reason, open_minor from cases where id = $1`, [theCase.id])).toEqual({
      state: 'closed',
      close_reason: 'paid',
      open_minor: 0n,
    });
    const movement = await one(`select * from movements where case_id = $1`, [theCase.id]);
    expect(movement).toMatchObject({ kind: 'payment', method: 'card', amount_minor: 116140n });
    const receipt = (await stage.mails()).find((mail) => mail.attachments.some((a) => a.filename.startsWith('quittance-')));
    expect(receipt?.to).toContain('morel@example.org');
    expect(Buffer.from(receipt!.attachments[0]!.content).subarray(0, 5).toString()).toBe('%PDF-');

    // Everything again: replayed, doubled, shuffled. Nothing changes and nothing more is sent.
    const before = await stage.test.owner(`select account, balance_minor from ledger_balances order by 1`);
    const mailsBefore = (await stage.mails()).length;
    stage.stripe.control.redeliver('all', { seed: 3, times: 3 });
    await stage.settle();
    stage.on(day(20));
    await stage.workerRuns();
    expect(await stage.test.owner(`select account, balance_minor from ledger_balances order by 1`)).toEqual(before);
    expect((await stage.mails()).filter((mail) => mail.to.includes('morel@example.org')).length).toBe(2);
    expect(mailsBefore).toBeLessThanOrEqual((await stage.mails()).length);

    // The provider pays out, the agency remits, and the ledger of this client is back at zero.
    stage.stripe.control.payout({});
    await stage.settle();
    expect(await one(`select balance_minor from ledger_balances where client_id = $1 and account = 'PSP_CLEARING'`, [cast.a.id])).toEqual({
      balance_minor: 0n,
    });
    const performer = stage.worker.get(Performer);
    const { remittanceId } = await performer.perform(ctx, cast.a.id, stage.worker.get(OrderRemittance), { asOf: day(20) });
    await performer.perform(ctx, cast.a.id, stage.worker.get(MarkRemittancePaidOut), { remittanceId, paidOutOn: day(20) });
    await stage.settle();
    expect(
      await one(`select funds_minor, fees_minor, vat_minor, paid_out_minor, state from remittances where id = $1`, [remittanceId]),
    ).toEqual({ funds_minor: 116140n, fees_minor: 11614n, vat_minor: 2323n, paid_out_minor: 116140n - 11614n - 2323n, state: 'paid_out' });
    const trust = await stage.test.owner(
      `select account, balance_minor from ledger_balances where client_id = $1 and book = 'trust' and balance_minor <> 0`,
      [cast.a.id],
    );
    expect(trust).toEqual([]);
    const findings = await verifyInvariants(stage.test.database);
    expect(findings.filter((f) => !f.ok)).toEqual([]);
  });
});
