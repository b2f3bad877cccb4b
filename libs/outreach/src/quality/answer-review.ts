import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ContactReview } from './contact-review.entity';
import { ReviewRefused } from './quality.errors';

export interface AnswerReviewInput {
  readonly eventId: string;
  readonly answer: string;
}

/** Who made the contact answers what was found in it. Throws Forbidden, NotFound, ReviewRefused. */
@Injectable()
export class AnswerReview extends UseCase<AnswerReviewInput, { eventId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { eventId, answer }: AnswerReviewInput) {
    const review = await db.lock(ContactReview, eventId);
    ctx.may('answer', 'ContactReview');
    if (review.collectorId !== ctx.actor.id) throw new ReviewRefused('REVIEW_NOT_YOURS');
    const words = answer.trim().slice(0, 1_000);
    if (!words) throw new ReviewRefused('TEXT_MISSING', 'answer');
    await db.of(ContactReview).save(Object.assign(review, { answer: words, answeredAt: db.clock.now() }));
    return { eventId };
  }
}
