import { NotFound } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { Evidence } from './evidence.entity';

/** Takes a document off its invoice: nobody is shown it any more. The archive keeps the bytes, as it keeps everything. */
@Injectable()
export class DetachEvidence extends UseCase<{ readonly documentId: string }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { documentId }: { readonly documentId: string }) {
    const evidence = await db.lock(Evidence, documentId);
    if (evidence.removedAt || !evidence.caseId) throw new NotFound('Document');
    ctx.may('attach', await db.find(Case, evidence.caseId));
    evidence.removedAt = db.clock.now();
    await db.of(Evidence).save(evidence);
    const told = await db.row<{ number: string; filename: string }>(
      `select i.number, d.filename from invoices i, documents d where i.client_id = $1 and i.id = $2 and d.client_id = $1 and d.id = $3`,
      [db.clientId, evidence.invoiceId, documentId],
    );
    await tell(db, ctx, {
      caseId: evidence.caseId,
      kind: 'evidence.detached',
      facts: { invoiceNumber: told!.number, filename: told!.filename },
    });
    return { caseId: evidence.caseId };
  }
}
