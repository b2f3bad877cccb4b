import { Case, DayInPast, TextMissing } from '@amiable/cases';
import { dayOf, NotFound, Temporal, toDate } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

export interface SettleAlertInput {
  readonly alertId: string;
  readonly reason: string;
  /** Not before this day again; null when it is done with. */
  readonly until: string | null;
}

/** Alerte réglée: dismissed, or put off until a day, each with its reason, which the story of the case keeps. Throws TextMissing, DayInPast, NotFound. */
@Injectable()
export class SettleAlert extends UseCase<SettleAlertInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { alertId, reason, until }: SettleAlertInput) {
    const alert = await db.row<{ case_id: string; kind: string }>(
      `select case_id, kind from alerts where client_id = $1 and id = $2 and dismissed_at is null for update`,
      [db.clientId, alertId],
    );
    if (!alert) throw new NotFound('Alert');
    ctx.may('work', await db.find(Case, alert.case_id));
    const words = reason.trim().slice(0, 500);
    if (!words) throw new TextMissing('reason');
    const today = dayOf(db.clock);
    if (until !== null && Temporal.PlainDate.compare(until, today) <= 0) throw new DayInPast('until', today.toString());
    await db.rows(
      `update alerts set reason = $3, until_on = $4, settled_by = $5, settled_at = $6::timestamptz, dismissed_at = case when $4::date is null then $6::timestamptz end where client_id = $1 and id = $2`,
      [db.clientId, alertId, words, until, ctx.actor.id, toDate(db.clock.now())],
    );
    const kind = until === null ? 'alert.dismissed' : 'alert.snoozed';
    await tell(db, ctx, { caseId: alert.case_id, kind, facts: { alert: alert.kind, note: words, until }, clientSees: false });
    return { caseId: alert.case_id };
  }
}
