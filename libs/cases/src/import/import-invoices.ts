import { dayOf, newId, NotFound, toDate } from '@amiable/kernel';
import { Database, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { readInvoiceRows, writeRejectedLines, type RejectedLine } from '../import-file/read-import-file';
import { archiveFile, readArchivedFile, sameBytes } from './archived-file';
import { asRefusal, ImportAlreadyDone, ImportHasRejections } from './import.errors';
import { findImport, insertImport, lockImport, markDone, type StoredImport } from './import-rows';
import type { FileToImport, ImportMode, ImportReport, ImportToCommit } from './import.types';
import { mandateInForce, requireMandate, type ImportMandate } from './import-writing';
import { judgeLines, type JudgedFile } from './judge-lines';
import { planImport, type PlannedReading } from './plan-import';
import { reportOf } from './import-report';
import { stageLines, type StagedFile } from './stage-lines';
import { onTenantConnection, type TenantConnection } from './tenant-connection';
import { writeImport } from './write-import';

export * from './import.errors';
export * from './import.queries';
export * from './import.types';

/** Import de factures: a file of the client's invoices, looked at first, then placed by sets in one transaction. */
@Injectable()
export class ImportInvoices {
  constructor(private readonly database: Database) {}

  /** Archives and reads a file and says what it would do; only the import and its rejections are stored. Throws ImportFileRefused. */
  async preview(ctx: RequestContext, file: FileToImport): Promise<ImportReport> {
    return (await this.fromFile(ctx, file, null)).report;
  }

  /** Looks at a file and places it in one go, reading it once. Throws ImportHasRejections (the preview stays), MandateMissing. */
  async importFromFile(ctx: RequestContext, file: FileToImport, mode: ImportMode): Promise<ImportReport> {
    const { report, refused } = await this.fromFile(ctx, file, mode);
    if (refused) throw new ImportHasRejections(report.importId, report.counts.rejected);
    return report;
  }

  /** Places a previewed import, from the file as archived. Throws ImportHasRejections, ImportAlreadyDone, MandateMissing, NotFound. */
  async commit(ctx: RequestContext, { clientId, importId, mode, asOf, onProgress }: ImportToCommit): Promise<ImportReport> {
    const started = this.enter(ctx, clientId);
    const today = asOf ?? dayOf(this.database.clock).toString();
    return this.attempt(clientId, async (connection) => {
      const stored = await lockImport(connection.db, importId);
      if (stored.state === 'done') throw new ImportAlreadyDone();
      const mandate = await requireMandate(connection, today);
      const { format, mapping, sha256 } = stored;
      const bytes = sameBytes(readArchivedFile(this.database, clientId, mapping.documentId), sha256);
      const staged = await stageLines(connection, readInvoiceRows(bytes, { format, mapping, today }), onProgress);
      onProgress?.({ step: 'compare', lines: staged.summary.lines });
      const judged = await this.judge(connection, staged, stored, mandate);
      if (mode === 'all_or_nothing' && judged.counts.rejected > 0) throw new ImportHasRejections(importId, judged.counts.rejected);
      onProgress?.({ step: 'write', lines: staged.summary.lines });
      await this.write(ctx, connection, importId, today, mandate, judged, mode);
      return reportOf({ importId, format, mapping, judged, started, state: 'done', mode });
    });
  }

  /** The rejected lines as a file to mend and import again. Throws NotFound. */
  async rejectedFile(ctx: RequestContext, clientId: string, importId: string): Promise<Buffer> {
    this.enter(ctx, clientId);
    return this.database.inTenant(clientId, async (db) => {
      const { format, mapping } = await findImport(db, importId);
      const rows = await db.rows<RejectedLine>(
        `select line, cells, reasons as rejected from import_rejections where client_id = $1 and import_id = $2 order by line`,
        [clientId, importId],
      );
      const pieces: Buffer[] = [];
      for await (const piece of writeRejectedLines(rows, { format, mapping, language: ctx.language })) pieces.push(piece);
      return Buffer.concat(pieces);
    });
  }

  private async fromFile(
    ctx: RequestContext,
    file: FileToImport,
    mode: ImportMode | null,
  ): Promise<{ report: ImportReport; refused: boolean }> {
    const started = this.enter(ctx, file.clientId);
    const today = file.asOf ?? dayOf(this.database.clock).toString();
    return this.attempt(file.clientId, async (connection) => {
      await requireClient(connection.db);
      const mandate = mode ? await requireMandate(connection, today) : await mandateInForce(connection, today);
      file.onProgress?.({ step: 'archive', lines: 0 });
      const archived = await archiveFile(connection.db, file.filename, file.source());
      const reading = await planImport(connection.db, archived.sample, file.mapping);
      const lines = readInvoiceRows(sameBytes(file.source(), archived.sha256), { ...reading, today });
      const staged = await stageLines(connection, lines, file.onProgress);
      file.onProgress?.({ step: 'compare', lines: staged.summary.lines });
      const judged = await this.judge(connection, staged, reading, mandate);
      const importId = newId();
      await insertImport(connection.db, ctx, { importId, filename: file.filename, archived, reading, judged });
      const refused = mode === 'all_or_nothing' && judged.counts.rejected > 0;
      if (!mode || refused) return { report: reportOf({ importId, state: 'previewed', mode: null, ...reading, judged, started }), refused };
      file.onProgress?.({ step: 'write', lines: staged.summary.lines });
      await this.write(ctx, connection, importId, today, mandate!, judged, mode);
      return { report: reportOf({ importId, state: 'done', mode, ...reading, judged, started }), refused };
    });
  }

  private enter(ctx: RequestContext, clientId: string): number {
    ctx.enter(clientId);
    ctx.may('import', 'Invoices');
    return performance.now();
  }

  private async attempt<T>(clientId: string, work: (connection: TenantConnection) => Promise<T>): Promise<T> {
    return onTenantConnection(this.database, clientId, work).catch((error: unknown) => {
      throw asRefusal(error);
    });
  }

  /** One import of a client at a time, from here to the end: the second sees what the first placed. */
  private async judge(
    { db }: TenantConnection,
    staged: StagedFile,
    reading: Pick<PlannedReading | StoredImport, 'format' | 'mapping'>,
    mandate: ImportMandate | undefined,
  ): Promise<JudgedFile> {
    await db.rows(`select pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))`, [db.clientId]);
    return judgeLines(db, staged, reading, mandate?.id ?? null);
  }

  private async write(
    ctx: RequestContext,
    connection: TenantConnection,
    importId: string,
    today: string,
    mandate: ImportMandate,
    judged: JudgedFile,
    mode: ImportMode,
  ): Promise<void> {
    const { clientId } = connection.db;
    await writeImport({
      ...connection,
      ctx,
      clientId,
      importId,
      today,
      now: toDate(this.database.clock.now()),
      mandate,
      lines: judged.counts.lines,
    });
    await markDone(connection.db, importId, mode, judged);
  }
}

async function requireClient(db: TenantDb): Promise<void> {
  if (!(await db.row(`select true from clients where client_id = $1`, [db.clientId]))) throw new NotFound('Client');
}
