import { toGlobalId } from '@amiable/platform';
import { openStage, type Ask, type Stage } from '../stage';

/** What was written can be taken back as long as it has not left the house. */
describe('a message taken back', () => {
  let stage: Stage;
  let lea: Ask;
  let keys = 0;
  const signIn = async () => {
    lea = await stage.signIn('agency', stage.cast.staff.lea.email);
  };
  const caseId = (n: 0 | 1 | 2 = 0) => toGlobalId('Case', stage.cast.a.id, stage.cast.a.cases[n].caseId);

  beforeEach(async () => {
    stage = await openStage();
    await signIn();
  });
  afterEach(() => stage.close());

  const send = async (template: string, n: 0 | 1 | 2 = 0) => {
    const { data, text } = await lea(
      `mutation($input: SendMessageInput!) { sendMessage(input: $input) { waitingMessages { id channel leavesAt byName } } }`,
      { input: { caseId: caseId(n), template, idempotencyKey: `recall-send-${++keys}` } },
    );
    const waiting = data?.sendMessage.waitingMessages.at(-1);
    if (!waiting) throw new Error(text);
    return waiting as { id: string; channel: string; leavesAt: string; byName: string };
  };
  const recall = async (messageId: string) => {
    const answer = await lea(
      `mutation($input: RecallMessageInput!) { recallMessage(input: $input) { waitingMessages { id } timeline { kind facts } } }`,
      {
        input: { messageId, idempotencyKey: `recall-it-${++keys}` },
      },
    );
    return answer.errors?.[0]?.extensions.code ?? answer.data.recallMessage;
  };

  it('an e-mail within ten seconds: nothing leaves, the story says so, and its place in the budget is free again', async () => {
    const { id, byName } = await send('reminder_1');
    expect(byName).toBe('Léa Marchand');
    stage.test.clock.advance({ seconds: 9 });
    await stage.settle();
    const after = await recall(id);
    expect(after.waitingMessages).toEqual([]);
    expect(after.timeline[0]).toMatchObject({ kind: 'message.cancelled', facts: { reason: 'recalled' } });
    stage.test.clock.advance({ seconds: 60 });
    await stage.settle();
    expect(await stage.mails()).toEqual([]);
    expect(await recall(id)).toBe('MESSAGE_NOT_WAITING');
  });

  it('too late once it has left', async () => {
    const { id } = await send('reminder_1');
    stage.test.clock.advance({ seconds: 11 });
    await stage.settle();
    expect(await stage.mails()).toHaveLength(1);
    expect(await recall(id)).toBe('MESSAGE_NOT_WAITING');
  });

  it('a letter until the batch of the day closes, at four; on a Friday evening until Monday', async () => {
    const { id, channel, leavesAt } = await send('formal_notice', 2);
    expect([channel, leavesAt]).toEqual(['LETTER', '2026-11-02T15:00:00.000Z']);
    stage.on('2026-11-02', '15:59');
    await signIn(); // half an hour without a sign of life ended the session
    await stage.settle();
    expect((await recall(id)).timeline[0].kind).toBe('message.cancelled');
    stage.on('2026-11-06', '17:30');
    await signIn();
    const friday = await send('formal_notice', 2);
    expect(friday.leavesAt).toBe('2026-11-09T15:00:00.000Z');
    stage.on('2026-11-09', '16:00');
    await signIn();
    await stage.settle();
    expect(await recall(friday.id)).toBe('MESSAGE_NOT_WAITING');
    expect(await stage.test.owner(`select state from messages order by created_at`)).toEqual([{ state: 'cancelled' }, { state: 'sent' }]);
  });

  it('at the very moment it leaves, one of the two wins: never both, never neither', async () => {
    await stage.test.owner(`update debtors set email = coalesce(email, 'x@alize-debiteur.example')`);
    for (const n of [0, 1] as const) {
      const { id } = await send('reminder_1', n);
      stage.test.clock.advance({ seconds: 11 });
      const [taken] = await Promise.all([recall(id), stage.settle()]);
      await stage.settle();
      const [message] = await stage.test.owner<{ state: string }>(`select state from messages order by created_at desc limit 1`);
      expect([typeof taken === 'string' ? taken : 'taken back', message!.state]).toEqual(
        message!.state === 'sent' ? ['MESSAGE_NOT_WAITING', 'sent'] : ['taken back', 'cancelled'],
      );
    }
    const sent = await stage.test.owner(`select 1 from messages where state = 'sent'`);
    expect(await stage.mails()).toHaveLength(sent.length);
  });
});
