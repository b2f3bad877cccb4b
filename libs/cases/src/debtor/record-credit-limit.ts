import { dayOf, newId, parseDecimal, Refusal, Temporal, toDate, toDecimal } from '@amiable/kernel';
import { publish, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { TextMissing } from '../case/case.errors';
import { mostCreditMinor } from './credit-limit.rules';
import { exposureChanged } from './exposure.events';

export interface RecordCreditLimitInput {
  readonly caseId: string;
  /** Decimal, in the currency of the case; 0: nothing on account. */
  readonly amount: string;
  /** Who decided: the client, its credit insurer. */
  readonly source: string;
  /** The last day it holds; null: until another is recorded. */
  readonly until: string | null;
}

/** Encours autorisé: what this client lets the debtor owe from today on; what held before stays on record. Throws TextMissing, NOT_AN_AMOUNT, DAY_IN_PAST. */
@Injectable()
export class RecordCreditLimit extends UseCase<RecordCreditLimitInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: RecordCreditLimitInput) {
    const theCase = await db.find(Case, input.caseId);
    ctx.may('limit', theCase);
    const source = input.source.trim().slice(0, 80);
    if (!source) throw new TextMissing('source');
    const amountMinor = parseDecimal(input.amount);
    if (amountMinor < 0n || amountMinor > mostCreditMinor) throw new Refusal('NOT_AN_AMOUNT', {}, 'amount');
    const today = dayOf(db.clock);
    if (input.until !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(input.until), today) < 0)
      throw new Refusal('DAY_IN_PAST', { today: today.toString() }, 'until');
    const id = newId();
    await db.rows(
      `insert into credit_limits (client_id, id, debtor_id, amount_minor, currency, source, valid_from, valid_until, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        db.clientId,
        id,
        theCase.debtorId,
        amountMinor,
        theCase.currency,
        source,
        today.toString(),
        input.until,
        ctx.actor.id,
        toDate(db.clock.now()),
      ],
    );
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: 'limit.recorded',
      facts: { amount: toDecimal(amountMinor), currency: theCase.currency, source, ...(input.until && { until: input.until }) },
      clientSees: true,
    });
    await publish(db, exposureChanged(`limit:${id}`, [theCase.debtorId]));
    return { caseId: theCase.id };
  }
}
