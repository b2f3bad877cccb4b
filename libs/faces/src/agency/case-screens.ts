import { TakeNextCase } from '@amiable/cases';
import { Database, Performer, toGlobalId, type GlobalId, type RequestContext, type UseCase } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { filtersOf, type CaseFilterFacts } from './case-filter.agency.sql';
import { readCasePage } from './case.agency.queries';
import type { CasePage } from './case.agency.types';

/** Reads the case page, also after a write, so that the screen always shows what the database holds. */
@Injectable()
export class CaseScreens {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly takeNext: TakeNextCase,
  ) {}

  /** `queue`: which cases of the queue its reader works through; the next one is of these. */
  async read(ctx: RequestContext, { clientId, id }: GlobalId, queue: CaseFilterFacts = {}): Promise<CasePage> {
    ctx.enter(clientId);
    const page = await this.database.inTenant(clientId, (db) => readCasePage(db, ctx, id));
    const narrow = (params: unknown[]) => filtersOf(queue, ctx, this.database, params, { inQueue: true });
    const next =
      ctx.actor.kind === 'staff' && ctx.can('work', 'Queue') ? await this.takeNext.peek(ctx.actor.id, ctx.portfolio, id, narrow) : null;
    return { ...page, nextCaseId: next && toGlobalId('Case', next.clientId, next.caseId) };
  }

  /** Performs a write on a case and answers its page as it is after. */
  async write<I, A extends { caseId: string }>(
    ctx: RequestContext,
    clientId: string,
    useCase: UseCase<I, A>,
    input: I,
    idempotencyKey: string,
  ): Promise<CasePage> {
    const { caseId } = await this.performer.perform(ctx, clientId, useCase, input, idempotencyKey);
    return this.read(ctx, { clientId, id: caseId });
  }
}
