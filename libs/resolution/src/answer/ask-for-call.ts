import { Case, planWork, requireNotClosed } from '@amiable/cases';
import { callZone, slotAt } from '@amiable/outreach';
import { publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { AnswerNotTaken } from './answer.errors';
import { phoneOf } from './contact.rules';
import { writeAnswer } from './write-answer';

export interface AskForCallInput {
  readonly caseId: string;
  /** Begin of the window chosen, an ISO instant out of `callSlots`. */
  readonly slot: string;
  /** Empty: the number we have. */
  readonly phone: string;
  readonly note: string | null;
}

/** « Rappelez-moi »: inside the hours of calls; the case comes to a collector at that hour, not before. */
@Injectable()
export class AskForCall extends UseCase<AskForCallInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: AskForCallInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('answer', theCase);
    requireNotClosed(theCase);
    const debtor = (await db.row<{ kind: 'company' | 'person'; phone: string | null; country: string; postcode: string | null }>(
      `select kind, phone, country, postcode from debtors where client_id = $1 and id = $2`,
      [db.clientId, theCase.debtorId],
    ))!;
    const slot = slotAt(debtor.kind, debtor, db.clock.now(), input.slot);
    if (!slot) throw new AnswerNotTaken('SLOT_NOT_OFFERED', {}, 'slot');
    const phone = input.phone.trim() ? phoneOf(input.phone) : debtor.phone;
    if (!phone) throw new AnswerNotTaken('PHONE_MISSING', {}, 'phone');
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: 'call_back',
      state: 'open',
      facts: { from: slot.from.toString(), to: slot.to.toString(), phone },
      note: input.note,
      clientSees: true,
    });
    const dueOn = slot.from.toZonedDateTimeISO(callZone).toPlainDate();
    await planWork(db, { caseId: theCase.id, dueOn, why: 'call_back', at: slot.from });
    // Whatever happens on the desk until then: at that hour the case comes for this call.
    await publish(db, { topic: 'call_back.due', key: `call_back:${answer.id}`, payload: { answerId: answer.id }, notBefore: slot.from });
    return { answerId: answer.id };
  }
}
