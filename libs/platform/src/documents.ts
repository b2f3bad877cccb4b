import { createHash } from 'node:crypto';
import { newId } from '@amiable/kernel';
import type { TenantDb } from './database';

/** A file to keep for ever: an e-mail as sent, a letter, a receipt, a statement, an imported file, what a debtor joined, what proves an invoice, an accepted plan. */
export interface NewDocument {
  readonly kind:
    | 'email'
    | 'letter'
    | 'receipt'
    | 'attestation'
    | 'remittance_statement'
    | 'import_file'
    | 'debtor_file'
    | 'dispute_notice'
    | 'evidence'
    | 'plan';
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly caseId?: string;
}

/** Archives bytes with their SHA-256; the database never lets them change. Answers the id. */
export async function archive(db: TenantDb, document: NewDocument): Promise<string> {
  const id = newId();
  await db.rows(
    `insert into documents (client_id, id, case_id, kind, filename, content_type, sha256, bytes) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      db.clientId,
      id,
      document.caseId ?? null,
      document.kind,
      document.filename,
      document.contentType,
      createHash('sha256').update(document.bytes).digest(),
      document.bytes,
    ],
  );
  return id;
}
