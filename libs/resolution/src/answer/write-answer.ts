import type { Case } from '@amiable/cases';
import { dayOf, newId } from '@amiable/kernel';
import { archive, tell, type RequestContext, type TenantDb } from '@amiable/platform';
import { Answer } from './answer.entity';
import { AnswerAlreadyOpen } from './answer.errors';
import { answerReferenceOf, followUpOf, type AnswerKind } from './answer.rules';
import type { JoinedFile } from './joined-file';

export interface NewAnswer {
  readonly kind: AnswerKind;
  readonly state: 'open' | 'done';
  /** What the sentence of the timeline and the screens need; amounts as decimal text, days and instants as ISO text. */
  readonly facts: Record<string, unknown>;
  readonly note?: string | null;
  readonly files?: readonly JoinedFile[];
  /** Does the client company see it in the story of the case? */
  readonly clientSees: boolean;
}

const mostWords = 4_000;

/** Writes down what a debtor said, archives what he joined and tells the story. Throws AnswerAlreadyOpen. */
export async function writeAnswer(db: TenantDb, ctx: RequestContext, theCase: Case, answer: NewAnswer): Promise<Answer> {
  const { kind, state, facts, clientSees, files = [] } = answer;
  if (state === 'open' && kind !== 'message' && kind !== 'dispute') {
    const open = await db.row<{ id: string }>(
      `select id from answers where client_id = $1 and case_id = $2 and kind = $3 and state = 'open'`,
      [db.clientId, theCase.id, kind],
    );
    if (open) throw new AnswerAlreadyOpen(open.id);
  }
  const id = newId();
  const given = db.of(Answer).create({
    clientId: db.clientId,
    id,
    caseId: theCase.id,
    kind,
    state,
    facts,
    note: answer.note?.trim().slice(0, mostWords) || null,
    reply: null,
    followUpOn: state === 'open' ? followUpOf(kind, dayOf(db.clock)) : null,
    givenAt: db.clock.now(),
    settledAt: null,
    settledBy: null,
  });
  await db.of(Answer).insert(given as never);
  await tell(db, ctx, {
    caseId: theCase.id,
    kind: `answer.${kind}`,
    facts: { ...facts, note: given.note, answerReference: answerReferenceOf(id), followUpOn: given.followUpOn?.toString() },
    clientSees,
  });
  for (const file of files) await fileWithAnswer(db, ctx, given, file, clientSees);
  return given;
}

/** Archives a file with the answer it belongs to, and tells the story. */
export async function fileWithAnswer(
  db: TenantDb,
  ctx: RequestContext,
  { id, caseId }: Pick<Answer, 'id' | 'caseId'>,
  { filename, contentType, bytes }: JoinedFile,
  clientSees: boolean,
): Promise<void> {
  const documentId = await archive(db, { kind: 'debtor_file', filename, contentType, bytes, caseId });
  await db.rows(`insert into answer_files (client_id, answer_id, document_id) values ($1, $2, $3)`, [db.clientId, id, documentId]);
  await tell(db, ctx, { caseId, kind: 'answer.file', facts: { filename, documentId }, clientSees });
}
