import { Case, Debtor, endPause, pauseCase, planWork, TextMissing } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { queueMessage } from '@amiable/outreach';
import { move, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Answer } from './answer.entity';
import { AnswerNotTaken } from './answer.errors';
import { answerReferenceOf, endingsOf } from './answer.rules';
import { answerStates } from './answer.states';

export interface SettleAnswerInput {
  readonly answerId: string;
  readonly outcome: 'confirmed' | 'refused' | 'done';
  /** What the debtor is told, on his page and by e-mail. */
  readonly reply: string;
}

/** Days until a case comes back to the desk after an answer was settled. */
const daysUntilBack = 7;

/**
 * A person has looked at what the debtor said: payment found or not, contact confirmed or not, his message replied to.
 * What was paused goes on or stays accordingly, and the debtor is told.
 */
@Injectable()
export class SettleAnswer extends UseCase<SettleAnswerInput, { caseId: string; answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { answerId, outcome, reply }: SettleAnswerInput) {
    const { caseId } = await db.find(Answer, answerId);
    const theCase = await db.lock(Case, caseId);
    ctx.may('settleAnswer', theCase);
    const answer = await db.lock(Answer, answerId);
    if (!endingsOf[answer.kind]?.includes(outcome)) throw new AnswerNotTaken('OUTCOME_NOT_POSSIBLE', { value: outcome }, 'outcome');
    const words = reply.trim().slice(0, 4_000);
    if (!words && answer.kind !== 'call_back') throw new TextMissing('reply');
    await move(db, ctx, answerStates, answer, outcome, {
      kind: `answer.${outcome}`,
      facts: { about: answer.kind, note: words || null, answerReference: answerReferenceOf(answerId) },
      clientSees: answer.kind === 'already_paid' || answer.kind === 'not_me',
    });
    Object.assign(answer, { reply: words || null, settledAt: db.clock.now(), settledBy: ctx.actor.id });
    await db.of(Answer).save(answer);
    await this.follow(db, ctx, theCase, answer, outcome === 'confirmed');
    if (words) await queueMessage(db, { caseId, template: 'answer_reply', note: words });
    if (theCase.state !== 'closed') await planWork(db, { caseId, dueOn: dayOf(db.clock).add({ days: daysUntilBack }), why: 'follow_up' });
    return { caseId, answerId };
  }

  /** What the outcome means for the case and its debtor. */
  private async follow(db: TenantDb, ctx: RequestContext, theCase: Case, { kind, facts }: Answer, confirmed: boolean): Promise<void> {
    if (kind === 'already_paid') await endPause(db, ctx, theCase, 'payment_claimed');
    if (kind === 'not_me' && confirmed) await pauseCase(db, ctx, theCase, { kind: 'wrong_person', until: null });
    if (kind === 'not_me' && !confirmed) {
      await endPause(db, ctx, theCase, 'not_me');
      await db.of(Debtor).update({ clientId: db.clientId, id: theCase.debtorId }, { contactDoubtfulAt: null });
    }
    if (kind === 'hardship' && !confirmed) {
      await endPause(db, ctx, theCase, 'hardship', 'overindebted');
      await db.of(Debtor).update({ clientId: db.clientId, id: theCase.debtorId }, { careUntil: null });
    }
    if (kind === 'contact_change' && confirmed) {
      const proposed = facts as Record<'email' | 'phone' | 'addressLine' | 'postcode' | 'city', string | null>;
      const changed = Object.fromEntries(
        (['email', 'phone', 'addressLine', 'postcode', 'city'] as const)
          .filter((name) => proposed[name])
          .map((name) => [name, proposed[name]]),
      );
      const debtor = await db.lock(Debtor, theCase.debtorId);
      await db.of(Debtor).save(Object.assign(debtor, changed));
    }
  }
}
