import { dayOf, newId, Refusal, Temporal, toDate } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { TextMissing } from '../case/case.errors';

export interface RecordExternalScoreInput {
  readonly caseId: string;
  /** Who gave it, as they call themselves. */
  readonly source: string;
  /** As it was given: 14/20, B+, « à surveiller ». */
  readonly value: string;
  /** What the value is out of, when it does not say so itself. */
  readonly scale: string | null;
  readonly scoredOn: string;
}

/** Note externe (bureau, credit insurer): kept as given, with its source and day. Throws TextMissing, SCORE_IN_FUTURE. */
@Injectable()
export class RecordExternalScore extends UseCase<RecordExternalScoreInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: RecordExternalScoreInput) {
    const theCase = await db.find(Case, input.caseId);
    ctx.may('score', theCase);
    const source = input.source.trim().slice(0, 80);
    const value = input.value.trim().slice(0, 40);
    if (!source) throw new TextMissing('source');
    if (!value) throw new TextMissing('value');
    const scoredOn = Temporal.PlainDate.from(input.scoredOn);
    if (Temporal.PlainDate.compare(scoredOn, dayOf(db.clock)) > 0) throw new Refusal('SCORE_IN_FUTURE', {}, 'scoredOn');
    await db.rows(
      `insert into external_scores (client_id, id, debtor_id, source, value, scale, scored_on, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        db.clientId,
        newId(),
        theCase.debtorId,
        source,
        value,
        input.scale?.trim().slice(0, 80) || null,
        scoredOn.toString(),
        ctx.actor.id,
        toDate(db.clock.now()),
      ],
    );
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: 'score.recorded',
      facts: { source, value, on: scoredOn.toString() },
      clientSees: false,
    });
    return { caseId: theCase.id };
  }
}
