import { Refusal } from '@amiable/kernel';
import { Database, type ReadDb, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { alertKinds, thresholdUnits, type AlertRule } from './alert.types';

export class AlertRuleRefused extends Refusal {
  constructor() {
    super('THRESHOLD_OUT_OF_BOUNDS', {}, 'threshold');
  }
}

/** What the house wants to be told of; a manager sets it for everybody. */
@Injectable()
export class AlertRules {
  constructor(private readonly database: Database) {}

  list(): Promise<AlertRule[]> {
    return this.database.outsideClients(rulesOf);
  }

  /** Throws AlertRuleRefused. */
  set(ctx: RequestContext, { kind, enabled, threshold, byMail }: AlertRule): Promise<AlertRule[]> {
    ctx.may('set', 'AlertRule');
    const [least, most] = thresholdUnits[kind] === 'percent' ? [1, 99] : [0, 100_000_000];
    if (!Number.isInteger(threshold) || threshold < least || threshold > most) throw new AlertRuleRefused();
    return this.database.outsideClients(async (db) => {
      await db.rows(`update alert_rules set enabled = $2, threshold = $3, by_mail = $4 where kind = $1`, [
        kind,
        enabled,
        threshold,
        byMail,
      ]);
      return rulesOf(db);
    });
  }
}

async function rulesOf(db: ReadDb): Promise<AlertRule[]> {
  const rules = await db.rows<AlertRule>(`select kind, enabled, threshold, by_mail as "byMail" from alert_rules`);
  return rules.toSorted((a, b) => alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind));
}
