import { CollectorSkills } from '@amiable/cases';
import { CollectorGoals } from '@amiable/insights';
import { parseDecimal } from '@amiable/kernel';
import { Allowed, Ctx, DayScalar, fromGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TeamReader } from './team.agency.queries';
import { ReviseCollectorGoalInput, ReviseCollectorSkillsInput, Team } from './team.agency.types';

/** Days without an act after which a case counts as untouched, when nobody says otherwise. */
export const usualSilence = 30;

/** Équipe: what a manager steers by. */
@Resolver(() => Team)
export class TeamAgencyResolver {
  constructor(
    private readonly reader: TeamReader,
    private readonly goals: CollectorGoals,
    private readonly skills: CollectorSkills,
  ) {}

  @Query(() => Team)
  @Allowed('read', 'Team')
  team(
    @Ctx() ctx: RequestContext,
    @Args('month', { type: () => DayScalar, nullable: true, description: 'Any day of the month; none: this month.' }) month?: string | null,
    @Args('silentDays', { type: () => Int, nullable: true }) silentDays?: number | null,
  ): Promise<Team> {
    return this.reader.read(ctx, month ?? null, silentDays ?? usualSilence);
  }

  @Mutation(() => Team, { description: 'Sets what a collector is to do from a month on; neither sum nor number ends the goal.' })
  @Allowed('set', 'CollectorGoal')
  async reviseCollectorGoal(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseCollectorGoalInput }) { staff, month, collected, calls }: ReviseCollectorGoalInput,
  ): Promise<Team> {
    await this.goals.set(ctx, {
      staffId: fromGlobalId('StaffUser', staff).id,
      month,
      collectedMinor: collected === null || collected === undefined ? null : parseDecimal(collected),
      calls: calls ?? null,
    });
    return this.reader.read(ctx, month, usualSilence);
  }

  @Mutation(() => Team, { description: 'Sets what of the shared queue comes to a collector.' })
  @Allowed('set', 'CollectorSkills')
  async reviseCollectorSkills(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseCollectorSkillsInput }) { staff, languages, skills }: ReviseCollectorSkillsInput,
  ): Promise<Team> {
    await this.skills.set(ctx, { staffId: fromGlobalId('StaffUser', staff).id, languages: languages ?? null, skills });
    return this.reader.read(ctx, null, usualSilence);
  }
}
