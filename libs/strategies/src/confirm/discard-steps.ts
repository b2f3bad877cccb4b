import { Refusal, requireMove, toDate } from '@amiable/kernel';
import { actionStates } from '@amiable/outreach';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { chosenProposals, requireProposals, type ProposalChoice } from './confirm-steps';

/** Somebody will ask why it did not leave. */
export class ReasonMissing extends Refusal {
  constructor() {
    super('REASON_MISSING', {}, 'reason');
  }
}

/** Envois écartés: the step is left out for these cases, with the reason in their story; the scenario goes on with the next. Throws Forbidden, NotFound, ReasonMissing. */
@Injectable()
export class DiscardSteps extends UseCase<ProposalChoice & { readonly reason: string }, { count: number }> {
  async run(ctx: RequestContext, db: TenantDb, input: ProposalChoice & { readonly reason: string }): Promise<{ count: number }> {
    ctx.may('confirm', 'Step');
    await requireProposals(db, input);
    const reason = input.reason.trim().slice(0, 300);
    if (reason === '') throw new ReasonMissing();
    requireMove(actionStates, 'proposed', 'cancelled');
    const done = await db.row<{ n: number }>(
      `with aside as (
         update actions a set state = 'cancelled', reason = 'discarded', note = $8, decided_by = $6, decided_at = $7 where ${chosenProposals}
         returning a.client_id, a.case_id, a.scenario_id, a.step_no, a.channel, a.template),
       told as (
         insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts, client_sees)
         select x.client_id, x.case_id, 'step.discarded', $7, 'staff', $6, $9,
           jsonb_build_object('stepName', st.name, 'channel', x.channel, 'template', x.template, 'reason', $8::text), false
         from aside x join scenario_steps st using (client_id, scenario_id, step_no))
       select count(*)::int as n from aside`,
      [
        db.clientId,
        input.scenarioId,
        input.stepNo,
        input.seenAt,
        input.actionIds,
        ctx.actor.id,
        toDate(db.clock.now()),
        reason,
        ctx.actor.name,
      ],
    );
    return { count: done!.n };
  }
}
