import { createHash } from 'node:crypto';
import type { ReadDb } from '@amiable/platform';
import type { Person } from './agency';
import { stepsOf } from './clients';
import { at, isoDay, workingDay } from './days';
import { sampleToken } from './demo-logins';
import type { Dice } from './dice';
import { plantRows } from './plant-rows';
import type { DemoCase } from './portfolio.types';
import { samples } from './samples';
import { collectorOf } from './story-events';
import type { Story } from './tell-story';

/** Leaves everything as it stands this morning: disputes, holds, owners, next steps, the queue, and links to look at. */
export async function closeOut(
  db: ReadDb,
  dice: Dice,
  today: number,
  { cases }: Story,
  collectors: readonly Person[],
  secret: string,
): Promise<void> {
  await writeDisputes(db, cases);
  await settleCases(db, cases, collectors);
  const alive = new Set((await db.rows<{ id: string }>(`select id from cases where state <> 'closed'`)).map(({ id }) => id));
  const open = cases.filter(({ id }) => alive.has(id));
  await plantRows(
    db,
    'schedules',
    open
      .filter(({ next, gaveUp }) => next && !gaveUp)
      .map(({ client, id, next }) => ({
        client_id: client.id,
        case_id: id,
        scenario_id: client.scenarioId,
        step_no: next!.stepNo,
        due_on: isoDay(next!.due),
      })),
  );
  await fillQueue(db, dice, today, open);
  await plantRows(
    db,
    'debtor_links',
    samples(open, today).map((theCase, i) => ({
      token_hash: `\\x${createHash('sha256').update(sampleToken(secret, i)).digest('hex')}`,
      client_id: theCase.client.id,
      case_id: theCase.id,
      brand_id: theCase.client.brandId,
      channel: 'email',
      created_at: at(today, '06:00'),
      expires_at: at(today + 365, '06:00'),
    })),
  );
  // What followed from money long ago was done long ago; receipts of the last days and the statements are left to the worker.
  await db.rows(
    `update outbox set done_at = not_before, attempts = 1 where topic <> 'remittance.statement' and (topic <> 'receipt.send' or not_before < $1::timestamptz)`,
    [at(today - 2, '00:00')],
  );
}

async function writeDisputes(db: ReadDb, cases: readonly DemoCase[]): Promise<void> {
  await plantRows(
    db,
    'disputes',
    cases
      .filter(({ dispute }) => dispute)
      .map(({ client, id, dispute: one }) => ({
        client_id: client.id,
        id: one!.id,
        case_id: id,
        invoice_id: one!.invoice.id,
        reason: one!.reason,
        amount_minor: one!.minor,
        note: one!.note,
        due_on: isoDay(one!.opened + 14),
        state: one!.closed === null ? 'open' : one!.upheld ? 'upheld' : 'rejected',
        answer: one!.answer,
        opened_by: one!.openedBy,
        opened_on: isoDay(one!.opened),
        closed_on: one!.closed === null ? null : isoDay(one!.closed),
        created_at: at(one!.opened, '10:00'),
      })),
  );
  await db.rows(
    `update invoices i set disputed_minor = d.amount_minor from disputes d where d.client_id = i.client_id and d.invoice_id = i.id and d.state = 'open'`,
  );
}

/** Stage and hold of every case, and who was promised what, each as one statement. */
async function settleCases(db: ReadDb, cases: readonly DemoCase[], collectors: readonly Person[]): Promise<void> {
  const rows = cases.map((theCase) => ({
    client_id: theCase.client.id,
    id: theCase.id,
    stage: stepsOf(theCase.client).find((step) => step.step_no === theCase.done.at(-1)?.stepNo)?.stage ?? 'reminder',
    collector_id: collectorOf(theCase, collectors).id,
    hold_until: theCase.hold ? isoDay(theCase.hold.until) : null,
    hold_reason: theCase.hold?.reason ?? null,
  }));
  await db.rows(
    `update cases c set stage = s.stage, state = case when c.state = 'open' and s.hold_until is not null then 'on_hold' else c.state end,
       hold_until = case when c.state = 'open' then s.hold_until end, hold_reason = case when c.state = 'open' then s.hold_reason end
     from jsonb_to_recordset($1::jsonb) as s(client_id uuid, id uuid, stage text, hold_until date, hold_reason text) where c.client_id = s.client_id and c.id = s.id`,
    [JSON.stringify(rows)],
  );
  await db.rows(
    `update promises p set staff_id = s.collector_id from jsonb_to_recordset($1::jsonb) as s(client_id uuid, id uuid, collector_id uuid)
     where p.client_id = s.client_id and p.case_id = s.id and p.made_by = 'staff'`,
    [JSON.stringify(rows)],
  );
}

/** Why and when each open case comes to a collector; the score is the database's own. */
async function fillQueue(db: ReadDb, dice: Dice, today: number, open: readonly DemoCase[]): Promise<void> {
  const broken = new Map(
    (
      await db.rows<{ case_id: string; state: string }>(
        `select case_id, state from promises where state in ('open', 'broken', 'partly_kept')`,
      )
    ).map((row) => [row.case_id, row.state]),
  );
  const items = open.map((theCase) => ({
    client_id: theCase.client.id,
    case_id: theCase.id,
    ...workOf(dice, today, theCase, broken.get(theCase.id) ?? null),
  }));
  await db.rows(
    `insert into work_items (client_id, case_id, queue, owner_id, ready, due_on, why, score)
     select c.client_id, c.id, c.queue, c.owner_id, c.state = 'open' and w.due_on <= $2::date, w.due_on, w.why, case_score(c.open_minor, coalesce($2::date - d.oldest, 0), w.why)
     from jsonb_to_recordset($1::jsonb) as w(client_id uuid, case_id uuid, due_on date, why text) join cases c on c.client_id = w.client_id and c.id = w.case_id
     left join lateral (select min(due_on) as oldest from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor) d on true`,
    [JSON.stringify(items), isoDay(today)],
  );
  // Three debtors asked to be called at a time of today.
  await db.rows(
    `update work_items w set due_on = $1::date, ready = false, call_back_at = ($1::date + t.at) at time zone 'Europe/Paris'
     from (select client_id, case_id, row_number() over (order by score desc, case_id) as n from work_items where ready and why = 'call_back') s
     join (values (2, time '10:30'), (4, time '14:00'), (5, time '16:15')) t(n, at) using (n)
     where w.client_id = s.client_id and w.case_id = s.case_id`,
    [isoDay(today)],
  );
}

function workOf(dice: Dice, today: number, theCase: DemoCase, promise: string | null): { why: string; due_on: string } {
  const { hold, plan, dispute, calls, done, next, opened } = theCase;
  const last = calls.at(-1);
  const work = (why: string, day: number) => ({ why, due_on: isoDay(day) });
  if (hold) return work('hold_over', hold.until);
  if (promise === 'open') return work('promise_due', theCase.promise!.due + 3);
  if (promise && theCase.promise!.due > today - 40) return work('broken_promise', theCase.promise!.due + 3);
  if (plan && plan.instalments.some(({ due }) => due > today))
    return work('promise_due', plan.instalments.find(({ due }) => due > today - 5)!.due + 5);
  if (dispute?.closed && dispute.closed > today - 15) return work('dispute_answered', dispute.closed);
  if (dispute && dispute.closed === null) return work('snoozed', dispute.opened + 14);
  if (last?.callBack && last.callBack > today - 6) return work('call_back', last.callBack);
  const call = stepsOf(theCase.client).find(({ channel }) => channel === 'call')!;
  if (done.at(-1)?.stepNo === call.step_no && !last) return work('call_step', done.at(-1)!.day);
  if (last && last.day > today - 20) return work('call_back', workingDay(last.day + dice.whole(1, 9)));
  if (next && next.stepNo < call.step_no) return opened > today - 6 ? work('new_case', opened) : work('call_step', next.due + 7);
  return work('letter_sent', workingDay(Math.max((done.at(-1)?.day ?? opened) + 10, today - dice.whole(0, 12))));
}
