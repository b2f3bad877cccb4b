import { debtorPauses } from '@amiable/cases';
import { dayOf, toDate } from '@amiable/kernel';
import { RequestContext, tell, type ReadDb, type TenantDb, type Work } from '@amiable/platform';
import type { TemplateKey } from '../template/message-texts';

/** A message as it waits to leave. */
export interface QueuedMessage {
  readonly id: string;
  readonly case_id: string;
  readonly action_id: string | null;
  readonly channel: 'email' | 'letter';
  readonly template: TemplateKey;
  readonly body_note: string | null;
  readonly state: string;
  readonly created_by: string | null;
  /** Chosen when it was written: somebody at the debtor's; null for the debtor's own address. */
  readonly recipient: string | null;
}

/** What left: where it is archived, to whom, under which subject, and how the carrier knows it. */
export interface SentFacts {
  readonly documentId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly providerReference: string;
  /** The version of the client's own words it was written with; null for the standard ones. */
  readonly templateId: string | null;
}

/** The reference printed on a message, short enough to be said on the telephone. */
export function referenceOf(messageId: string): string {
  return `M-${messageId.replaceAll('-', '').slice(-10).toUpperCase()}`;
}

/** Confirmations of what was agreed and replies leave whatever the case has become; all other messages ask for money. */
export const confirmations: readonly string[] = ['promise_confirmation', 'plan_confirmation', 'answer_reply'];

/** The message has left: it, its action and the story of the case say so, as the act of the collector who wrote it. */
export async function markSent(db: TenantDb, ctx: RequestContext, message: QueuedMessage, sent: SentFacts): Promise<void> {
  const now = toDate(db.clock.now());
  await db.rows(
    `update messages set state = 'sent', sent_at = $3, document_id = $4, recipient = $5, subject = $6, provider_reference = $7, template_id = $8 where client_id = $1 and id = $2`,
    [db.clientId, message.id, now, sent.documentId, sent.recipient, sent.subject, sent.providerReference, sent.templateId],
  );
  const step = await db.row<{ name: string }>(
    `with done as (update actions set state = 'done', done_at = $3 where client_id = $1 and id = $2 returning client_id, scenario_id, step_no)
     select st.name from done join scenario_steps st using (client_id, scenario_id, step_no)`,
    [db.clientId, message.action_id, now],
  );
  const by = message.created_by
    ? await db.row<{ id: string; name: string }>(`select id, name from staff_users where id = $1`, [message.created_by])
    : undefined;
  await tell(db, ctx, {
    caseId: message.case_id,
    kind: `${message.channel}.sent`,
    by: by ?? undefined,
    facts: {
      messageId: message.id,
      documentId: sent.documentId,
      template: message.template,
      stepName: step?.name,
      subject: sent.subject,
      reference: referenceOf(message.id),
    },
  });
}

/** Reasons that pass: the step of a message that stayed for one of them is due again on the next day. */
const passingReasons: readonly string[] = [
  'payment_in_flight',
  'sending_stopped',
  'on_hold',
  'disputed',
  'written_too_often',
  'promise_open',
  'care_mode',
  ...debtorPauses,
];

/** The message does not leave: cancelled because something came between, or failed for good. */
export async function markStayed(
  db: TenantDb,
  ctx: RequestContext,
  message: QueuedMessage,
  state: 'cancelled' | 'failed',
  reason: string,
): Promise<void> {
  // What somebody wrote for a step that waits for a hand lets go of it: the step goes on waiting.
  const isByHand = message.created_by !== null;
  await db.rows(
    `update messages set state = $3, reason = $4, action_id = case when $5 then null else action_id end where client_id = $1 and id = $2`,
    [db.clientId, message.id, state, reason, isByHand],
  );
  if (!isByHand) {
    await db.rows(`update actions set state = $3, reason = $4 where client_id = $1 and id = $2`, [
      db.clientId,
      message.action_id,
      state,
      reason,
    ]);
    if (state === 'cancelled' && passingReasons.includes(reason)) await takeStepAgain(db, message);
  }
  await tell(db, ctx, {
    caseId: message.case_id,
    kind: `message.${state}`,
    facts: { channel: message.channel, template: message.template, reason },
    clientSees: false,
  });
}

/** Puts the schedule back to the step of a message that stayed; the daily run asks then whether the reason has passed. */
async function takeStepAgain(db: TenantDb, message: QueuedMessage): Promise<void> {
  await db.rows(
    `insert into schedules as s (client_id, case_id, scenario_id, round, step_no, due_on)
     select client_id, case_id, scenario_id, round, step_no, $3 from actions where client_id = $1 and id = $2 and scenario_id is not null
     on conflict (client_id, case_id) do update set step_no = excluded.step_no, due_on = excluded.due_on
       where s.scenario_id = excluded.scenario_id and s.round = excluded.round and s.step_no > excluded.step_no`,
    [db.clientId, message.action_id, dayOf(db.clock).add({ days: 1 }).toString()],
  );
}

/** Closed cases: nothing planned for them leaves, and their calls need not be made. One statement over a set. */
export async function cancelWorkOfClosedCases(db: ReadDb, works: readonly Work[]): Promise<void> {
  await db.rows(
    `with k as (
       select w.client_id, w.case_id from jsonb_to_recordset($1::jsonb) as w(client_id uuid, case_id uuid)
       join cases c on c.client_id = w.client_id and c.id = w.case_id and c.state = 'closed'),
     acts as (
       update actions a set state = 'cancelled', reason = 'case_closed' from k
       where a.client_id = k.client_id and a.case_id = k.case_id and a.state in ('due', 'proposed')),
     steps as (delete from schedules s using k where s.client_id = k.client_id and s.case_id = k.case_id),
     cancelled as (
       update messages m set state = 'cancelled', reason = 'case_closed' from k
       where m.client_id = k.client_id and m.case_id = k.case_id and m.state = 'queued' and m.template <> all($3)
       returning m.client_id, m.case_id, m.channel, m.template)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts, client_sees)
     select client_id, case_id, 'message.cancelled', $2, 'system', 'Amiable',
       jsonb_build_object('channel', channel, 'template', template, 'reason', 'case_closed'), false from cancelled`,
    [
      JSON.stringify(works.map((work) => ({ client_id: work.clientId, case_id: work.payload.caseId }))),
      toDate(db.clock.now()),
      confirmations,
    ],
  );
}
