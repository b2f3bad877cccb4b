import { AlertRules, SettleAlert, thresholdUnits, type AlertRule } from '@amiable/insights';
import { Allowed, Ctx, Database, fromGlobalId, Performer, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { lookAtAlerts, readBell } from './alert.agency.queries';
import { AlertBell, AlertRuleFace, ReviseAlertRuleInput, SettleAlertInput } from './alert.agency.types';

/** Alerts: the bell, what becomes of each, and what the house wants to be told of. */
@Resolver(() => AlertBell)
export class AlertAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly settling: SettleAlert,
    private readonly rules: AlertRules,
  ) {}

  @Query(() => AlertBell)
  @Allowed('read', 'Alert')
  alerts(@Ctx() ctx: RequestContext): Promise<AlertBell> {
    return this.database.acrossClients(ctx.portfolio, (db) => readBell(db, ctx));
  }

  @Mutation(() => AlertBell, { description: 'What is there now has been seen.' })
  @Allowed('read', 'Alert')
  markAlertsSeen(@Ctx() ctx: RequestContext): Promise<AlertBell> {
    return this.database.acrossClients(ctx.portfolio, async (db) => {
      await lookAtAlerts(db, ctx);
      return readBell(db, ctx);
    });
  }

  @Mutation(() => AlertBell, { description: 'Dismisses an alert, or puts it off until a day; the reason stays in the story of the case.' })
  @Allowed('read', 'Alert')
  async settleAlert(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => SettleAlertInput }) { alertId, reason, until, idempotencyKey }: SettleAlertInput,
  ): Promise<AlertBell> {
    const { clientId, id } = fromGlobalId('Alert', alertId);
    await this.performer.perform(ctx, clientId, this.settling, { alertId: id, reason, until: until ?? null }, idempotencyKey);
    return this.database.acrossClients(ctx.portfolio, (db) => readBell(db, ctx));
  }

  @Query(() => [AlertRuleFace])
  @Allowed('set', 'AlertRule')
  async alertRules(): Promise<AlertRuleFace[]> {
    return (await this.rules.list()).map(faceOf);
  }

  @Mutation(() => [AlertRuleFace])
  @Allowed('set', 'AlertRule')
  async reviseAlertRule(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseAlertRuleInput }) input: ReviseAlertRuleInput,
  ): Promise<AlertRuleFace[]> {
    return (await this.rules.set(ctx, { ...input })).map(faceOf);
  }
}

const faceOf = (rule: AlertRule): AlertRuleFace => ({ ...rule, unit: thresholdUnits[rule.kind] });
