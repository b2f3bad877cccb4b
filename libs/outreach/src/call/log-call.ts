import { Case, DayInPast, planWork, requireNotClosed } from '@amiable/cases';
import { dayOf, newId, Temporal, toDate } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { requireLawfulNote } from '../note/lawful-note';
import { requireCallAllowed } from '../contact/contact.errors';
import { holdPerson, readContactStanding } from '../contact/contact-standing.queries';
import { isTalk, nextWorkAfterCall, type CallOutcome } from './call-outcome.rules';

export interface LogCallInput {
  readonly caseId: string;
  readonly outcome: CallOutcome;
  readonly note: string | null;
  readonly callBackOn: string | null;
  /** The agreed time of that day, `hh:mm` at the agency. */
  readonly callBackTime?: string | null;
  /** The debtor called us: no cap and no hour stands against it. */
  readonly inbound?: boolean;
}

/**
 * Appel consigné: the outcome ends the call that was due, and says when the case comes back.
 * Throws ContactRefused for a call that we made outside the hours or the caps of the contact policy.
 */
@Injectable()
export class LogCall extends UseCase<LogCallInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, outcome, note, callBackOn, callBackTime = null, inbound = false }: LogCallInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('contact', theCase);
    requireNotClosed(theCase);
    const today = dayOf(db.clock);
    const callBack = callBackOn ? Temporal.PlainDate.from(callBackOn) : null;
    if (callBack && Temporal.PlainDate.compare(callBack, today) < 0) throw new DayInPast('callBackOn', today.toString());
    const callBackAt =
      callBack && callBackTime ? callBack.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: callBackTime }).toInstant() : null;
    if (callBackAt && Temporal.Instant.compare(callBackAt, db.clock.now()) <= 0) throw new DayInPast('callBackTime', today.toString());
    const words = note?.trim().slice(0, 4_000) || null;
    if (words) await requireLawfulNote(db, theCase, words, 'note');
    await holdPerson(db, db.clientId, caseId);
    // A call the debtor asked for is his wish: no cap stands against it.
    const asked = await db.row(
      `select 1 from answers where client_id = $1 and case_id = $2 and kind = 'call_back' and state = 'open' and (facts ->> 'from')::timestamptz <= $3::timestamptz + interval '30 minutes'`,
      [db.clientId, caseId, toDate(db.clock.now())],
    );
    if (!inbound && !asked) requireCallAllowed(await readContactStanding(db, db.clientId, caseId), db.clock);
    const now = toDate(db.clock.now());
    const done = await db.rows(
      `update actions set state = 'done', outcome = $3, note = $4, staff_id = $5, done_at = $6, inbound = $7 where client_id = $1 and case_id = $2 and channel = 'call' and state = 'due' returning id`,
      [db.clientId, caseId, outcome, words, ctx.actor.id, now, inbound],
    );
    if (done.length === 0) {
      await db.rows(
        `insert into actions (client_id, id, case_id, channel, due_on, state, outcome, note, staff_id, done_at, inbound) values ($1, $2, $3, 'call', $4, 'done', $5, $6, $7, $8, $9)`,
        [db.clientId, newId(), caseId, today.toString(), outcome, words, ctx.actor.id, now, inbound],
      );
    }
    // The call a debtor asked for has been made.
    await db.rows(
      `update answers set state = 'done', settled_at = $3, settled_by = $4 where client_id = $1 and case_id = $2 and kind = 'call_back' and state = 'open' and (facts ->> 'from')::timestamptz <= $3::timestamptz + interval '30 minutes'`,
      [db.clientId, caseId, now, ctx.actor.id],
    );
    await tell(db, ctx, {
      caseId,
      kind: 'call.logged',
      facts: { outcome, note: words, callBackOn, callBackTime, inbound: inbound ? 'yes' : null },
      clientSees: true,
    });
    await planWork(db, {
      caseId,
      ...nextWorkAfterCall(outcome, today, callBack),
      at: callBackAt,
      rankPercent: isTalk(outcome) ? 100 : null,
    });
    return { caseId };
  }
}
