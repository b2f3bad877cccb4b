import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyInvariants } from '@amiable/insights';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { startMailCatcher, type MailCatcher } from '../../apps/devkit/mail-catcher/mail-catcher';
import { abreast, dice, plantCases, seedOfRun, type PlantedCase } from './portfolio.fixture';
import { startWorker, type WorkerLife } from './worker-process.fixture';

/**
 * R-3 of trust.md: a daily run of 2,000 due steps; the worker, a process of its own, is killed twenty times at random
 * moments, four of them while it plans. Each life begins some minutes after the last by the worker's own clock.
 */
const [steps, kills, killsWhilePlanning, inFlight] = [2_000, 20, 4, 40];
const seed = seedOfRun();
const random = dice(seed);
jest.setTimeout(180_000); // on a machine that is busy with other things
let test: TestDatabase;
let cast: Cast;
let mail: MailCatcher;
let folder: string;
let cases: PlantedCase[];
let paying: PlantedCase[];
let life: WorkerLife | undefined;
/** Cases on which a payment began while their message waited, and when. */
const frozen = new Map<string, { email: string; at: string }>();

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined); // the mail catcher tells of every line the kills cut
  folder = await mkdtemp(join(tmpdir(), 'amiable-killed-'));
  mail = await startMailCatcher({ smtpPort: 0, webPort: 0, dataDir: folder });
  test = await openTestDatabase();
  cast = await seatCast(test);
  await test.owner(`update schedules set due_on = '2027-06-01'`); // the cast stands aside
  const step = { no: 2, dueOn: '2026-11-02' };
  cases = await plantCases(test, cast.a, { name: 'r3', count: steps, amountMinor: 30_000n, step });
  paying = await plantCases(test, cast.a, { name: 'r3-paying', count: inFlight, amountMinor: 30_000n, step });
  await beginPayments(paying);
});
afterAll(async () => {
  await life?.kill();
  await mail.stop();
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

const one = async <T = Record<string, any>>(sql: string, params: unknown[] = []) => (await test.owner<T>(sql, params))[0]!;

/** A payment begins as StartPayment lets it: while the case is held. */
async function beginPayments(of: readonly PlantedCase[]): Promise<void> {
  await test.owner(
    `with held as (select client_id, id from cases where client_id = $1 and id = any($2) order by id for update)
     insert into payments (client_id, id, case_id, provider, amount_minor, currency, language, state, created_at, expires_at)
     select client_id, uuidv7(), id, 'stripe', 30000, 'EUR', 'fr', 'processing', '2026-11-02T09:00:00Z', '2026-11-02T12:00:00Z' from held`,
    [cast.a.id, of.map(({ caseId }) => caseId)],
  );
}

/** While nobody works, debtors whose message still waits begin to pay. */
async function someBeginToPay(): Promise<void> {
  const waiting = await test.owner<{ case_id: string }>(
    `select case_id from messages where state = 'queued' order by md5(id::text || $1) limit 3`,
    [String(random())],
  );
  const chosen = cases.filter(({ caseId }) => waiting.some((row) => row.case_id === caseId) && !frozen.has(caseId));
  await pause(100); // what the receiver has taken in already, it writes down
  await beginPayments(chosen);
  const still = await test.owner<{ case_id: string }>(`select case_id from messages where state = 'queued' and case_id = any($1)`, [
    chosen.map(({ caseId }) => caseId),
  ]);
  for (const { caseId, email } of chosen)
    if (still.some((row) => row.case_id === caseId)) frozen.set(caseId, { email, at: new Date().toISOString() });
}

/** Waits for something of another process, closely. */
async function soon(happened: () => Promise<boolean>): Promise<void> {
  for (const until = performance.now() + 20_000; !(await happened()) && performance.now() < until;) await pause(1);
}

const isPlanning = async () =>
  Boolean(
    (
      await test.owner(
        `select 1 from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
      )
    ).length,
  );

it(`is killed twenty times (seed ${seed}) and loses and doubles nothing`, async () => {
  const moments: string[] = [];
  const startsAt = (n: number) => new Date(Date.parse('2026-11-02T09:00:00Z') + n * 150_000).toISOString();
  for (let n = 0; n < kills; n++) {
    life = startWorker(test, mail.smtpPort, startsAt(n));
    if (n < killsWhilePlanning) {
      await soon(isPlanning);
      await pause(random() * 80);
    } else {
      expect(await life.ready).toBe(true);
      await pause(random() * 3_000);
      // Every other time in the worst moment: the receiver has said yes, and the worker has not yet written it down.
      const before = mail.store.list('').length;
      if (n % 2 === 0) await soon(async () => mail.store.list('').length > before);
    }
    await life.kill();
    const { actions, sent } = await one(
      `select (select count(*)::int from actions) as actions, (select count(*)::int from messages where state = 'sent') as sent`,
    );
    expect([0, steps]).toContain(actions); // all of the day is planned, or nothing
    moments.push(`${actions ? 'sending' : 'planning'}:${sent}`);
    if (actions && n % 2 === 0) await someBeginToPay();
  }
  life = startWorker(test, mail.smtpPort, startsAt(kills));
  const left = async () =>
    (
      await one<{ n: number }>(
        `select (select count(*) from messages where state = 'queued')::int + (select count(*) from outbox where done_at is null)::int as n`,
      )
    ).n;
  while ((await left()) > 0) await pause(200);
  expect(await life.stop()).toBe(0);
  life = undefined;
  process.stdout.write(`R-3: seed ${seed}, killed at ${moments.join(' ')}; ${frozen.size} payments began meanwhile\n`);
}, 600_000);

it('each case has its step once: one action, one message, archived as it was sent', async () => {
  expect(
    await one(
      `select count(*)::int as actions, count(distinct (case_id, step_no))::int as cases, count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'cancelled')::int as cancelled from actions`,
    ),
  ).toEqual({ actions: steps, cases: steps, done: steps - frozen.size, cancelled: frozen.size });
  expect(
    await one(
      `select count(*)::int as messages, count(distinct m.action_id)::int as actions, count(*) filter (where m.state = 'sent')::int as sent,
       count(*) filter (where m.state = 'sent' and d.kind = 'email' and sha256(d.bytes) = d.sha256)::int as archived,
       count(*) filter (where m.state = 'cancelled' and m.reason = 'payment_in_flight')::int as cancelled
     from messages m left join documents d on d.client_id = m.client_id and d.id = m.document_id`,
    ),
  ).toEqual({ messages: steps, actions: steps, sent: steps - frozen.size, archived: steps - frozen.size, cancelled: frozen.size });
  expect((await one(`select count(*)::int as n from documents`)).n).toBe(steps - frozen.size); // no second copy
  expect(
    await one(`select count(*)::int as told, count(distinct case_id)::int as cases from timeline_events where kind = 'email.sent'`),
  ).toEqual({ told: steps - frozen.size, cases: steps - frozen.size });
  expect(await one(`select count(*)::int as skipped from run_skips where reason = 'payment_in_flight'`)).toEqual({ skipped: inFlight });
  // The next step follows; where a payment stood in the way, the same step is looked at again.
  expect(
    await one(
      `select count(*) filter (where s.step_no = 3)::int as next, count(*) filter (where s.step_no = 2)::int as again
       from schedules s join cases c on c.client_id = s.client_id and c.id = s.case_id where c.reference like 'r3-%'`,
    ),
  ).toEqual({ next: steps - frozen.size, again: frozen.size + inFlight });
  expect((await verifyInvariants(test.database)).filter((finding) => !finding.ok)).toEqual([]);
});

it('the receiver sees each message at least once, recognises the rest, and every copy works', async () => {
  const received = mail.store.list('');
  const copies = await abreast(received, 8, async ({ id, receivedAt, recipients }) => {
    const raw = (await mail.store.raw(id))!.toString('latin1');
    const whole = (await mail.store.read(id))!;
    return {
      messageId: /^Message-ID: <(.+)>/im.exec(raw)![1]!,
      receivedAt,
      email: recipients[0]!,
      token: /\/p\/([\w-]{27})/.exec(whole.html ?? '')?.[1],
      digest: createHash('sha256').update(raw.trimEnd(), 'latin1').digest('hex'),
    };
  });
  const byMessage = Map.groupBy(copies, ({ messageId }) => messageId);
  const sent = await test.owner<{ provider_reference: string; recipient: string; bytes: Buffer }>(
    `select m.provider_reference, m.recipient, d.bytes from messages m join documents d on d.client_id = m.client_id and d.id = m.document_id where m.state = 'sent'`,
  );
  const missing = sent.filter((message) => !byMessage.has(message.provider_reference));
  expect(missing.map((message) => message.recipient)).toEqual([]);
  // Sent as archived: the copy of the try that counted is there, byte for byte.
  const unlike = sent.filter(
    (message) =>
      !byMessage
        .get(message.provider_reference)!
        .some(({ digest }) => digest === createHash('sha256').update(message.bytes.toString('latin1').trimEnd(), 'latin1').digest('hex')),
  );
  expect(unlike.map((message) => message.recipient)).toEqual([]);
  // One Message-ID per debtor: who drops what he knows acts once.
  expect(
    [...Map.groupBy(copies, ({ email }) => email).values()].filter((mails) => new Set(mails.map(({ messageId }) => messageId)).size > 1),
  ).toEqual([]);
  const duplicates = copies.length - byMessage.size;
  process.stdout.write(`R-3: ${sent.length} messages, ${copies.length} deliveries, ${duplicates} of them again after a kill\n`);
  expect(duplicates).toBeLessThanOrEqual(kills * 4); // what one worker has in its hands at once
  // Whichever copy is kept, its link opens the case.
  const hashes = copies.map(({ token }) => createHash('sha256').update(token!).digest());
  const known = await test.owner<{ token_hash: Buffer }>(`select token_hash from debtor_links`);
  const alive = new Set(known.map((row) => row.token_hash.toString('hex')));
  const lateForPayment = new Set([...frozen.values()].map(({ email }) => email));
  expect(
    copies.filter(({ email }, i) => !lateForPayment.has(email) && !alive.has(hashes[i]!.toString('hex'))).map(({ email }) => email),
  ).toEqual([]);

  // Whoever pays hears nothing from the moment the payment began.
  const silent = new Set(paying.map(({ email }) => email));
  expect(copies.filter(({ email }) => silent.has(email))).toEqual([]);
  for (const { email, at } of frozen.values()) expect(copies.filter((copy) => copy.email === email && copy.receivedAt > at)).toEqual([]);
});
