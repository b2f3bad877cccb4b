import { Database, zipFiles, type ZipFile } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { idIn } from './debtor-documents';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorSessions, type OpenCase } from './debtor-sessions';
import { head } from './file-head';

interface ShownFile {
  readonly filename: string;
  readonly content_type: string;
  readonly bytes: Buffer;
}

/** SQL of what the debtor of a case may open: shown, not taken off, of this case. */
const shown = `from evidence e join documents d on d.client_id = e.client_id and d.id = e.id join invoices i on i.client_id = e.client_id and i.id = e.invoice_id
  where e.client_id = $1 and i.case_id = $2 and e.debtor_sees and e.removed_at is null`;

/** The documents that prove the invoices, one by one or all in one file. */
@Injectable()
export class EvidencePages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly database: Database,
  ) {}

  async document(req: Request, res: Response, slug: string | undefined, documentId: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const file = await this.fileOf(open, idIn(open, 'Document', documentId));
    if (!file) return this.frames.send(res, { ...open.frame, kind: 'problem', status: 404, reference: null }, 404);
    head(res, file.filename, file.content_type, 'inline');
    // Whatever it is, it is shown without any power of its own.
    res.set(
      'Content-Security-Policy',
      file.content_type === 'application/pdf' ? `default-src 'none'; object-src 'self'` : `default-src 'none'; img-src 'self'; sandbox`,
    );
    res.send(file.bytes);
  }

  async copies(req: Request, res: Response, slug: string | undefined): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const all = await this.database.inTenant(open.clientId, (db) =>
      db.rows<{ id: string; number: string; filename: string }>(
        `select e.id, i.number, d.filename ${shown} order by i.due_on, i.number, e.attached_at`,
        [open.clientId, open.caseId],
      ),
    );
    if (all.length === 0) return this.frames.send(res, { ...open.frame, kind: 'problem', status: 404, reference: null }, 404);
    head(res, open.frame.language === 'fr' ? 'copies-de-factures.zip' : 'copies-of-invoices.zip', 'application/zip');
    const files = all.map(({ id, number, filename }): ZipFile => ({
      name: filename.startsWith(number) ? filename : `${number} ${filename}`,
      bytes: async () => (await this.fileOf(open, id))?.bytes ?? null,
    }));
    await pipeline(Readable.from(zipFiles(files)), res);
  }

  private async fileOf(open: OpenCase, id: string | null): Promise<ShownFile | undefined> {
    if (!id) return undefined;
    return this.database.inTenant(open.clientId, (db) =>
      db.row<ShownFile>(`select d.filename, d.content_type, d.bytes ${shown} and e.id = $3`, [open.clientId, open.caseId, id]),
    );
  }
}
