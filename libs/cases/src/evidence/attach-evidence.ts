import { NotFound } from '@amiable/kernel';
import { archive, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { Evidence, type EvidenceKind } from './evidence.entity';
import { TooMuchEvidence } from './evidence.errors';

export const mostEvidencePerInvoice = 12;

export interface AttachEvidenceInput {
  readonly invoiceId: string;
  readonly kind: EvidenceKind;
  readonly debtorSees: boolean;
  /** Checked and cleaned by `readUpload`. */
  readonly file: { readonly filename: string; readonly contentType: string; readonly bytes: Buffer };
}

/** Pièce jointe à une facture: the invoice itself, a delivery note, signed terms. The debtor sees it unless told otherwise. Throws TooMuchEvidence. */
@Injectable()
export class AttachEvidence extends UseCase<AttachEvidenceInput, { documentId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { invoiceId, kind, debtorSees, file }: AttachEvidenceInput) {
    const invoice = await db.row<{ number: string; case_id: string | null }>(
      `select number, case_id from invoices where client_id = $1 and id = $2 for no key update`,
      [db.clientId, invoiceId],
    );
    if (!invoice?.case_id) throw new NotFound('Invoice');
    const caseId = invoice.case_id;
    ctx.may('attach', await db.find(Case, caseId));
    // Counted once the invoice is held, so that two uploads at once do not pass the limit together.
    const { known } = (await db.row<{ known: number }>(
      `select count(*)::int as known from evidence where client_id = $1 and invoice_id = $2 and removed_at is null`,
      [db.clientId, invoiceId],
    ))!;
    if (known >= mostEvidencePerInvoice) throw new TooMuchEvidence(mostEvidencePerInvoice);
    const documentId = await archive(db, {
      kind: 'evidence',
      filename: file.filename,
      contentType: file.contentType,
      bytes: file.bytes,
      caseId,
    });
    await db.of(Evidence).insert({
      clientId: db.clientId,
      id: documentId,
      invoiceId,
      caseId,
      kind,
      debtorSees,
      attachedAt: db.clock.now(),
      removedAt: null,
    });
    await tell(db, ctx, {
      caseId,
      kind: 'evidence.attached',
      facts: { invoiceNumber: invoice.number, filename: file.filename, evidence: kind },
    });
    return { documentId };
  }
}
