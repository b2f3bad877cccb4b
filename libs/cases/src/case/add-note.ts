import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from './case.entity';
import { TextMissing } from './case.errors';

/** Note interne: for the agency's eyes only. */
@Injectable()
export class AddNote extends UseCase<{ readonly caseId: string; readonly text: string }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, text }: { readonly caseId: string; readonly text: string }) {
    const theCase = await db.find(Case, caseId);
    ctx.may('note', theCase);
    if (!text.trim()) throw new TextMissing('text');
    await tell(db, ctx, { caseId, kind: 'note.added', facts: { note: text.trim().slice(0, 4_000) }, clientSees: false });
    return { caseId };
  }
}
