import { Case } from '@amiable/cases';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { writeAnswer } from './write-answer';

/** Languages our pages speak; where a message does not exist in one yet, it leaves in French. */
export const preferredLanguages = ['fr', 'en', 'de', 'es', 'it', 'nl'] as const;

export interface SetPreferencesInput {
  readonly caseId: string;
  readonly language: (typeof preferredLanguages)[number];
  readonly email: boolean;
  readonly calls: boolean;
}

/** Préférences: in which language and by which ways we may speak to a debtor. Every sending keeps to them. */
@Injectable()
export class SetPreferences extends UseCase<SetPreferencesInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, language, email, calls }: SetPreferencesInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('answer', theCase);
    await db.rows(`update debtors set language = $3, refuses_email = $4, refuses_calls = $5, version = version + 1 where client_id = $1 and id = $2`, [
      db.clientId,
      theCase.debtorId,
      language,
      !email,
      !calls,
    ]); // prettier-ignore
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: 'preferences',
      state: 'done',
      facts: { language, email, calls },
      clientSees: false,
    });
    return { answerId: answer.id };
  }
}
