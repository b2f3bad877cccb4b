import { NotFound } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ContactReview } from './contact-review.entity';
import { ReviewRefused } from './quality.errors';
import { contactKinds, type Scorecard } from './quality.rules';

export interface ReviewContactInput extends Scorecard {
  readonly eventId: string;
  readonly comment: string;
}

/** Contact évalué by a manager, by five criteria; evaluating it again takes the place of the first. Throws Forbidden, NotFound, ReviewRefused. */
@Injectable()
export class ReviewContact extends UseCase<ReviewContactInput, { eventId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { eventId, comment, recall, identity, tone, facts, nextStep }: ReviewContactInput) {
    ctx.may('review', 'ContactReview');
    const event = await db.row<{ case_id: string; actor_id: string }>(
      `select case_id, actor_id from timeline_events where client_id = $1 and id = $2 and actor_kind = 'staff' and actor_id is not null and kind = any($3)`,
      [db.clientId, eventId, contactKinds],
    );
    if (!event) throw new NotFound('TimelineEvent');
    if (event.actor_id === ctx.actor.id) throw new ReviewRefused('REVIEW_OWN');
    const before = await db.of(ContactReview).findOneBy({ clientId: db.clientId, id: eventId });
    await db.of(ContactReview).save({
      clientId: db.clientId,
      id: eventId,
      caseId: event.case_id,
      collectorId: event.actor_id,
      recall,
      identity,
      tone,
      facts,
      nextStep,
      comment: comment.trim().slice(0, 1_000) || null,
      reviewedBy: ctx.actor.id!,
      reviewedByName: ctx.actor.name,
      reviewedAt: db.clock.now(),
      answer: before?.answer ?? null,
      answeredAt: before?.answeredAt ?? null,
    });
    return { eventId };
  }
}
