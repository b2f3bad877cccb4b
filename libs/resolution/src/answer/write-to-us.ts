import { Case, planWork, TextMissing } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { JoinedFile } from './joined-file';
import { writeAnswer } from './write-answer';

export interface WriteToUsInput {
  readonly caseId: string;
  readonly note: string;
  readonly files: readonly JoinedFile[];
}

/** « Écrivez-nous »: a message with files; a collector is asked to reply, and the debtor sees both on his page. */
@Injectable()
export class WriteToUs extends UseCase<WriteToUsInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, note, files }: WriteToUsInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('answer', theCase);
    if (!note.trim()) throw new TextMissing('note');
    const answer = await writeAnswer(db, ctx, theCase, { kind: 'message', state: 'open', facts: {}, note, files, clientSees: true });
    if (theCase.state !== 'closed') await planWork(db, { caseId, dueOn: dayOf(db.clock), why: 'debtor_wrote' });
    return { answerId: answer.id };
  }
}
