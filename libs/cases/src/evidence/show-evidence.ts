import { NotFound } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { Evidence } from './evidence.entity';

export interface ShowEvidenceInput {
  readonly documentId: string;
  readonly debtorSees: boolean;
}

/** Shows a document to the debtor, or keeps it between client and agency. */
@Injectable()
export class ShowEvidence extends UseCase<ShowEvidenceInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { documentId, debtorSees }: ShowEvidenceInput) {
    const evidence = await db.lock(Evidence, documentId);
    if (evidence.removedAt || !evidence.caseId) throw new NotFound('Document');
    ctx.may('attach', await db.find(Case, evidence.caseId));
    evidence.debtorSees = debtorSees;
    await db.of(Evidence).save(evidence);
    return { caseId: evidence.caseId };
  }
}
