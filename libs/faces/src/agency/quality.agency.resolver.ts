import { dayOf } from '@amiable/kernel';
import {
  AnswerReview,
  passRate,
  qualityShare,
  ReviewContact,
  reviseQualityShare,
  sampleOf,
  type SampledContact,
  type Scorecard,
} from '@amiable/outreach';
import { Allowed, BadInput, Ctx, Database, fromGlobalId, Performer, toGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { brandStripeOf } from './brand-stripe';
import { AnswerReviewInput, QualityDesk, ReviewContactInput, type QualityContact, type QualityResult } from './quality.agency.types';

/** Contrôle qualité: the sample, its scorecards, results by collector, and the answers. */
@Resolver(() => QualityDesk)
export class QualityAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly reviewing: ReviewContact,
    private readonly answering: AnswerReview,
  ) {}

  @Query(() => QualityDesk, { description: 'month: yyyy-mm, the present one when not said.' })
  @Allowed('read', 'ContactReview')
  quality(@Ctx() ctx: RequestContext, @Args('month', { type: () => String, nullable: true }) asked: string | null): Promise<QualityDesk> {
    const month = asked ?? dayOf(this.database.clock).toString().slice(0, 7);
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new BadInput('yyyy-mm', month, 'month');
    const mayReview = ctx.can('review', 'ContactReview');
    return this.database.acrossClients(ctx.portfolio, async (db) => {
      const share = await qualityShare(db);
      const rows = await sampleOf(db, month, share, mayReview ? null : ctx.actor.id);
      return { month, share, mayReview, contacts: rows.map(contactOf), results: resultsOf(rows) };
    });
  }

  @Mutation(() => Boolean, { description: 'Evaluates one contact by five criteria.' })
  @Allowed('review', 'ContactReview')
  async reviewContact(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviewContactInput }) { eventId, idempotencyKey, ...card }: ReviewContactInput,
  ): Promise<boolean> {
    const { clientId, id } = fromGlobalId('TimelineEvent', eventId);
    await this.performer.perform(ctx, clientId, this.reviewing, { eventId: id, ...card }, idempotencyKey);
    return true;
  }

  @Mutation(() => Boolean, { description: 'The words of who made the contact.' })
  @Allowed('answer', 'ContactReview')
  async answerReview(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => AnswerReviewInput }) { eventId, answer, idempotencyKey }: AnswerReviewInput,
  ): Promise<boolean> {
    const { clientId, id } = fromGlobalId('TimelineEvent', eventId);
    await this.performer.perform(ctx, clientId, this.answering, { eventId: id, answer }, idempotencyKey);
    return true;
  }

  @Mutation(() => Boolean, { description: "Percent of each collector's contacts that are looked at, for the whole house." })
  @Allowed('set', 'QualityShare')
  async reviseQualityShare(@Ctx() ctx: RequestContext, @Args('percent', { type: () => Int }) percent: number): Promise<boolean> {
    await reviseQualityShare(this.database, ctx, percent);
    return true;
  }
}

function cardOf(row: SampledContact): Scorecard | null {
  const { recall, identity, tone, review_facts: facts, next_step: nextStep } = row;
  return recall && identity && tone && facts && nextStep ? { recall, identity, tone, facts, nextStep } : null;
}

function contactOf(row: SampledContact): QualityContact {
  const card = cardOf(row);
  return {
    eventId: toGlobalId('TimelineEvent', row.client_id, row.id),
    caseId: toGlobalId('Case', row.client_id, row.case_id),
    kind: row.kind,
    facts: row.facts,
    at: new Date(row.at).toISOString(),
    collectorName: row.collector_name,
    reference: row.reference,
    debtorName: row.debtor_name,
    brand: brandStripeOf(row),
    review: card && {
      ...card,
      comment: row.comment,
      reviewedByName: row.reviewed_by_name!,
      reviewedAt: new Date(row.reviewed_at!).toISOString(),
      answer: row.answer,
    },
  };
}

function resultsOf(rows: readonly SampledContact[]): QualityResult[] {
  return [...Map.groupBy(rows, (row) => row.collector_id).values()].map((own) => {
    const cards = own.map(cardOf).filter((card) => card !== null);
    return { collectorName: own[0]!.collector_name, sampled: own.length, reviewed: cards.length, passRate: passRate(cards) };
  });
}
