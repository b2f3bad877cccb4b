import { Case, requireNotClosed } from '@amiable/cases';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { AnswerNotTaken } from './answer.errors';
import { Answer } from './answer.entity';
import { mayTakeProof, mostProofs } from './answer.rules';
import type { JoinedFile } from './joined-file';
import { fileWithAnswer } from './write-answer';

export interface AddProofInput {
  readonly answerId: string;
  readonly files: readonly JoinedFile[];
}

/**
 * Justificatif joined afterwards to an answer that somebody still looks at: a contestation of many lines, "already paid" in a comparison of
 * books. Throws NotFound, AnswerNotTaken ANSWER_SETTLED, FILE_MISSING, TOO_MANY_FILES.
 */
@Injectable()
export class AddProof extends UseCase<AddProofInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { answerId, files }: AddProofInput) {
    const known = await db.find(Answer, answerId);
    const theCase = await db.lock(Case, known.caseId);
    ctx.may('answer', theCase);
    requireNotClosed(theCase);
    const answer = await db.find(Answer, answerId);
    if (!mayTakeProof(answer)) throw new AnswerNotTaken('ANSWER_SETTLED', {}, 'files');
    if (files.length === 0) throw new AnswerNotTaken('FILE_MISSING', {}, 'files');
    const { n } = (await db.row<{ n: number }>(`select count(*)::int as n from answer_files where client_id = $1 and answer_id = $2`, [
      db.clientId,
      answerId,
    ]))!;
    if (n + files.length > mostProofs) throw new AnswerNotTaken('TOO_MANY_FILES', { most: mostProofs }, 'files');
    for (const file of files) await fileWithAnswer(db, ctx, answer, file, true);
    return { answerId };
  }
}
