import { Case, pauseCase, planWork, requireNotClosed } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { careDays, pauseDays } from './answer.rules';
import { writeAnswer } from './write-answer';

export interface AskForCareInput {
  readonly caseId: string;
  readonly pause: boolean;
  /** A file of over-indebtedness is with the Banque de France (surendettement). */
  readonly overindebted: boolean;
  readonly note: string | null;
}

/**
 * « Je suis en difficulté »: care mode begins at once (no calls, no letters but confirmations), with a pause when asked.
 * Over-indebtedness stops every request and every way to pay until a person has seen it (C. conso L722-2, L722-5).
 * Why somebody is in difficulty is neither asked nor kept.
 */
@Injectable()
export class AskForCare extends UseCase<AskForCareInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, pause, overindebted, note }: AskForCareInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('answer', theCase);
    requireNotClosed(theCase);
    const today = dayOf(db.clock);
    const careUntil = today.add({ days: careDays });
    const pausedUntil = pause ? today.add({ days: pauseDays }) : null;
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: 'hardship',
      state: 'open',
      facts: { overindebted, pausedUntil: overindebted ? null : pausedUntil?.toString(), careUntil: careUntil.toString() },
      note,
      clientSees: false,
    });
    await db.rows(`update debtors set care_until = greatest(care_until, $3::date) where client_id = $1 and id = $2`, [
      db.clientId,
      theCase.debtorId,
      careUntil.toString(),
    ]);
    if (overindebted) await pauseCase(db, ctx, theCase, { kind: 'overindebted', until: null });
    else if (pausedUntil) await pauseCase(db, ctx, theCase, { kind: 'hardship', until: pausedUntil });
    await planWork(db, { caseId, dueOn: today, why: 'hardship' });
    return { answerId: answer.id };
  }
}
