import { Case, pauseCase, planWork, requireNotClosed } from '@amiable/cases';
import { dayOf, toDate } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { writeAnswer } from './write-answer';

export interface SayNotMeInput {
  readonly caseId: string;
  /** Somebody else is meant, or somebody uses my name (usurpation d’identité, C. pénal 226-4-1). */
  readonly why: 'other_person' | 'identity_theft';
  readonly note: string | null;
}

/** « Ce n’est pas moi »: everything stops and the contacts are doubtful until a person has checked. No identity paper is asked for. */
@Injectable()
export class SayNotMe extends UseCase<SayNotMeInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, why, note }: SayNotMeInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('answer', theCase);
    requireNotClosed(theCase);
    const answer = await writeAnswer(db, ctx, theCase, { kind: 'not_me', state: 'open', facts: { why }, note, clientSees: true });
    await db.rows(`update debtors set contact_doubtful_at = $3 where client_id = $1 and id = $2`, [
      db.clientId,
      theCase.debtorId,
      toDate(db.clock.now()),
    ]);
    await pauseCase(db, ctx, theCase, { kind: 'not_me', until: null });
    await planWork(db, { caseId, dueOn: dayOf(db.clock), why: 'not_me' });
    return { answerId: answer.id };
  }
}
