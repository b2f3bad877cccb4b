import { NotFound } from '@amiable/kernel';
import { Database, fromGlobalId } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DebtorPageFrames } from './debtor-page-frames';
import type { OpenCase } from './debtor-sessions';
import { head } from './file-head';

/** The papers of a case that its debtor may open, each by the page that speaks of it. */
const kindsOf = { receipt: ['receipt', 'attestation'], agreement: ['plan'], ownFile: ['debtor_file'] } as const;

/** The id of a global id of this client; null for anybody else's and for what is none. */
export function idIn({ clientId }: Pick<OpenCase, 'clientId'>, kind: 'Answer' | 'Document', text: string): string | null {
  try {
    const known = fromGlobalId(kind, text);
    return known.clientId === clientId ? known.id : null;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Hands a paper of the open case to its debtor. What he sent himself comes back as a file to save, with no power of its own. */
@Injectable()
export class DebtorDocuments {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly database: Database,
  ) {}

  async send(res: Response, open: OpenCase, kind: keyof typeof kindsOf, documentId: string): Promise<void> {
    const id = idIn(open, 'Document', documentId);
    const isOwn = kind === 'ownFile';
    const file =
      id &&
      (await this.database.inTenant(open.clientId, (db) =>
        db.row<{ filename: string; content_type: string; bytes: Buffer }>(
          `select filename, content_type, bytes from documents
           where client_id = $1 and id = $2 and case_id = $3 and kind = any($4) and ($5 or content_type = 'application/pdf')`,
          [open.clientId, id, open.caseId, kindsOf[kind], isOwn],
        ),
      ));
    if (!file) return this.frames.send(res, { ...open.frame, kind: 'problem', status: 404, reference: null }, 404);
    head(res, file.filename, file.content_type, isOwn ? 'attachment' : 'inline');
    if (isOwn) res.set('Content-Security-Policy', `default-src 'none'; sandbox`);
    res.send(file.bytes);
  }
}
