import { Absences, type AbsenceWish } from '@amiable/cases';
import { Allowed, Ctx, fromGlobalId, moneyOf, toGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { usualSilence } from './team.agency.resolver';
import { TeamReader } from './team.agency.queries';
import { AbsenceInput, AbsencePreviewFace, Team } from './team.agency.types';

/** Absences: who stands in for whom, until when. */
@Resolver()
export class AbsenceAgencyResolver {
  constructor(
    private readonly absences: Absences,
    private readonly team: TeamReader,
  ) {}

  @Query(() => AbsencePreviewFace)
  @Allowed('set', 'Absence')
  async absencePreview(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => AbsenceInput }) input: AbsenceInput,
  ): Promise<AbsencePreviewFace> {
    const { shares, nobodyMay, ...rest } = await this.absences.preview(ctx, wishOf(input));
    return {
      ...rest,
      nobodyMay: nobodyMay.map(({ clientId, clientName, cases }) => ({
        client: { id: toGlobalId('Client', clientId, clientId), name: clientName },
        cases,
      })),
      shares: shares.map(({ name, cases, openMinor }) => ({
        name,
        cases,
        open: [...openMinor].map(([currency, minor]) => moneyOf(minor, currency)),
      })),
    };
  }

  @Mutation(() => Team, { description: 'Lends the cases of who is away, or moves them for good.' })
  @Allowed('set', 'Absence')
  async beginAbsence(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => AbsenceInput }) input: AbsenceInput,
    @Args('idempotencyKey') idempotencyKey: string,
  ): Promise<Team> {
    await this.absences.begin(ctx, wishOf(input), idempotencyKey);
    return this.team.read(ctx, null, usualSilence);
  }

  @Mutation(() => Team, { description: 'Ends an absence now, or undoes a move for good within a day: the cases come back.' })
  @Allowed('set', 'Absence')
  async endAbsence(@Ctx() ctx: RequestContext, @Args('absence') absence: string): Promise<Team> {
    await this.absences.end(ctx, absence);
    return this.team.read(ctx, null, usualSilence);
  }
}

const wishOf = ({ staff, from, until, standIns }: AbsenceInput): AbsenceWish => ({
  staffId: fromGlobalId('StaffUser', staff).id,
  from,
  until: until ?? null,
  standIns: [...new Set(standIns.map((one) => fromGlobalId('StaffUser', one).id))],
});
