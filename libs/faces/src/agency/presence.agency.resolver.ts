import { MarkPresence, readColleagues, type Colleague as ColleagueThere } from '@amiable/cases';
import { NotFound } from '@amiable/kernel';
import { Allowed, BadInput, Ctx, Database, fromGlobalId, Performer, toGlobalId, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Colleague, MarkPresenceInput } from './presence.agency.types';

/** Who stands on which case; the live stream tells when to ask again. */
@Resolver(() => Colleague)
export class PresenceAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly marking: MarkPresence,
  ) {}

  @Query(() => [Colleague], { description: 'Colleagues who have this case open now.' })
  @Allowed('read', 'Case')
  async colleaguesOn(@Ctx() ctx: RequestContext, @Args('caseId', { type: () => ID }) caseId: string): Promise<Colleague[]> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, async (db) => {
      if (!(await db.row(`select 1 from cases where client_id = $1 and id = $2`, [clientId, id]))) throw new NotFound('Case');
      return (await readColleagues(db, id, ctx.actor.id)).map(shown);
    });
  }

  @Mutation(() => [Colleague], {
    description: 'Says what one does on a case; answers who else is there. To be said again every 25 seconds.',
  })
  @Allowed('read', 'Case')
  async markPresence(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => MarkPresenceInput }) { caseId, seat, state }: MarkPresenceInput,
  ): Promise<Colleague[]> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    ctx.enter(clientId);
    if (seat.length < 8 || seat.length > 64) throw new BadInput('8 to 64 characters', seat, 'seat');
    return (await this.performer.perform(ctx, clientId, this.marking, { caseId: id, seat, state })).map(shown);
  }
}

const shown = ({ id, name, state }: ColleagueThere): Colleague => ({ id: toGlobalId('StaffUser', null, id), name, state });
