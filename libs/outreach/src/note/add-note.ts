import { Case, TextMissing } from '@amiable/cases';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { requireLawfulNote } from './lawful-note';

/** Note interne: for the agency's eyes only, and still no place for health, beliefs or card numbers. Throws TextMissing, MessageRefused. */
@Injectable()
export class AddNote extends UseCase<{ readonly caseId: string; readonly text: string }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, text }: { readonly caseId: string; readonly text: string }) {
    const theCase = await db.find(Case, caseId);
    ctx.may('note', theCase);
    const note = text.trim().slice(0, 4_000);
    if (!note) throw new TextMissing('text');
    await requireLawfulNote(db, theCase, note, 'text');
    await tell(db, ctx, { caseId, kind: 'note.added', facts: { note }, clientSees: false });
    return { caseId };
  }
}
