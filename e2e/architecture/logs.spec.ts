import { log, toGlobalId } from '@amiable/platform';
import { castPassword } from '@amiable/testing';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { liveALittle } from '../api/lived-in';
import { enter, enterAsDebtor } from '../api/seated';
import { openStage, type Stage } from '../stage';

/** Logs are kept for months and read by many: ids, codes and durations stand in them, never who somebody is or what was said. */
describe('logs', () => {
  let stage: Stage;
  const lines: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    log.level = 'debug';
    (log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) };
  });
  afterAll(() => stage.close());

  const note = 'il dit que sa femme est partie';
  /** Everything personal or secret in the flow below. */
  const personal = () => {
    const { a, b, staff } = stage.cast;
    const people = [...Object.values(staff), a.owner, a.reader, b.owner, b.reader];
    const cases = [...a.cases, ...b.cases];
    return [
      ...people.flatMap(({ name, email }) => [name, email]),
      ...cases.flatMap(({ debtorName, email, token, reference }) => [debtorName, email, token, reference]),
      'Camille',
      'Roussel',
      castPassword,
      'wrong-password-of-lea',
      note,
      'rue Haute',
      '69003',
      '+33 6 00',
      'sk_test_stage',
      'whsec_stage_secret',
      stage.test.settings.AMIABLE_SECRET,
      'FR7699999',
      'nobody@example.org',
      'N900',
      'VIR',
    ].filter((text): text is string => text !== null);
  };
  const found = () => [
    ...new Set(
      lines.flatMap((line) =>
        personal()
          .filter((text) => line.includes(text))
          .map((text) => `${text} stands in: ${line.slice(0, 500)}`),
      ),
    ),
  ];

  it('hold nothing personal of an ordinary day', async () => {
    await liveALittle(stage);
    const ask = (email: string, password: string) =>
      stage.ask('agency', 'mutation($input: SignInInput!) { signIn(input: $input) { user { id } } }', { input: { email, password } });
    await ask(stage.cast.staff.lea.email, 'wrong-password-of-lea');
    await ask('nobody@example.org', castPassword);
    await stage.browser().get(`/b/${stage.cast.a.slug}/p/${stage.cast.a.cases[1].token}`);
    await stage
      .browser()
      .post(`/b/${stage.cast.a.slug}/p/${stage.cast.a.cases[1].token}`)
      .set('origin', 'https://evil.example')
      .type('form')
      .send({ postcode: '69003' });
    await stage.workerRuns();
    expect(found()).toEqual([]);
    expect(lines.some((line) => line.includes('daily run done'))).toBe(true); // something was logged at all
    expect(lines.some((line) => line.includes('foreign origin'))).toBe(true);
  });

  it('hold nothing personal when the database refuses, the mail server refuses or the provider is away', async () => {
    const { cookie } = await enter(stage, 'agency', 'collector', stage.cast.staff.lea.email);
    const caseId = toGlobalId('Case', stage.cast.a.id, stage.cast.a.cases[0].caseId);
    await stage.test.owner(`alter table timeline_events add constraint planted check (kind <> 'note.added') not valid`);
    const failed = await stage.ask(
      'agency',
      'mutation($input: AddNoteInput!) { addNote(input: $input) { id } }',
      { input: { caseId, text: note, idempotencyKey: 'logs-spec-1' } },
      cookie,
    );
    expect(failed.errors![0]!.extensions.code).toBe('INTERNAL');
    await stage.test.owner(`alter table timeline_events drop constraint planted`);

    // A mail server that names the one it refuses, as they all do.
    const port = stage.mail.smtpPort;
    await stage.mail.stop();
    const refusing = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _, done) => done(Object.assign(new Error(`<${address}>: Recipient unknown`), { responseCode: 550 })),
    });
    await new Promise<void>((ready) => refusing.listen(port, '127.0.0.1', ready));
    const sent = await stage.ask(
      'agency',
      'mutation($input: SendMessageInput!) { sendMessage(input: $input) { id } }',
      {
        input: {
          caseId,
          template: 'reminder_1',
          idempotencyKey: 'logs-spec-2',
        },
      },
      cookie,
    );
    expect(sent.errors).toBeUndefined();
    stage.on('2026-11-02', '10:00'); // what is sent by hand may be taken back for some seconds
    await stage.settle();
    expect(lines.filter((line) => line.includes('outbox work failed') && line.includes('email.send')).join()).toContain('550');
    await new Promise<void>((done) => refusing.close(done));

    const debtor = await enterAsDebtor(stage, stage.cast.a, 2);
    await stage.stripe.stop();
    await stage.ask(
      'debtor',
      'mutation($input: DebtorStartPaymentInput!) { startPayment(input: $input) { paymentId } }',
      { input: { choice: 'ALL', idempotencyKey: 'logs-spec-3' } },
      debtor,
    );
    expect(lines.filter((line) => line.includes('a request failed')).length).toBeGreaterThanOrEqual(2);
    expect(found()).toEqual([]);
  }, 120_000);
});
