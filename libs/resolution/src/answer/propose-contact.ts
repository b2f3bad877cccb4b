import { Case, planWork, requireNotClosed } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { AnswerNotTaken } from './answer.errors';
import { emailOf, phoneOf, postcodeOf } from './contact.rules';
import { writeAnswer } from './write-answer';

export interface ProposeContactInput {
  readonly caseId: string;
  readonly email: string;
  readonly phone: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly note: string | null;
}

/** Correction of address, telephone or e-mail, proposed by the debtor; it counts once a person has confirmed it. */
@Injectable()
export class ProposeContact extends UseCase<ProposeContactInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: ProposeContactInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('answer', theCase);
    requireNotClosed(theCase);
    const address = [input.addressLine, input.postcode, input.city].map((part) => part.trim().slice(0, 200));
    if (address.some(Boolean) && !address.every(Boolean)) throw new AnswerNotTaken('ADDRESS_INCOMPLETE', {}, 'addressLine');
    const proposed = {
      email: input.email.trim() ? emailOf(input.email) : null,
      phone: input.phone.trim() ? phoneOf(input.phone) : null,
      addressLine: address[0] || null,
      postcode: address[1] ? postcodeOf(address[1]) : null,
      city: address[2] || null,
    };
    if (Object.values(proposed).every((value) => value === null) && !input.note?.trim())
      throw new AnswerNotTaken('NOTHING_SAID', {}, 'email');
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: 'contact_change',
      state: 'open',
      facts: proposed,
      note: input.note,
      clientSees: false,
    });
    await planWork(db, { caseId: theCase.id, dueOn: dayOf(db.clock), why: 'contact_change' });
    return { answerId: answer.id };
  }
}
