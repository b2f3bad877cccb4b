import { Case } from '@amiable/cases';
import { revokeDebtorLinks } from '@amiable/identity';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

/** Liens révoqués: every link of the case and every page opened with one is dead at once, as when a mail went to the wrong person. */
@Injectable()
export class RevokeLinks extends UseCase<{ readonly caseId: string }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId }: { readonly caseId: string }) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('contact', theCase);
    const links = await revokeDebtorLinks(db, theCase.id);
    await tell(db, ctx, { caseId, kind: 'links.revoked', facts: { links }, clientSees: false });
    return { caseId };
  }
}
