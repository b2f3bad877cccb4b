import { NotFound, toDate } from '@amiable/kernel';
import type { RequestContext, TenantDb } from '@amiable/platform';
import type { ArchivedFile } from './archived-file';
import type { ImportMode, ImportState, StoredMapping } from './import.types';
import type { JudgedFile } from './judge-lines';
import type { PlannedReading } from './plan-import';
import { storeRejections } from './rejections';

/** A row of `imports` with what reading its file again needs. */
export interface StoredImport {
  readonly state: ImportState;
  readonly format: PlannedReading['format'];
  readonly mapping: StoredMapping;
  readonly sha256: Buffer;
}

/** Reads one import of this client. Throws NotFound. */
export async function findImport(db: TenantDb, importId: string): Promise<StoredImport> {
  const row = await db.row<StoredImport>(
    `select state, format, mapping, file_sha256 as sha256 from imports where client_id = $1 and id = $2`,
    [db.clientId, importId],
  );
  if (!row) throw new NotFound('Import');
  return row;
}

/** Reads one import of this client and holds it until the end. Throws NotFound. */
export async function lockImport(db: TenantDb, importId: string): Promise<StoredImport> {
  await db.rows(`select from imports where client_id = $1 and id = $2 for no key update`, [db.clientId, importId]);
  return findImport(db, importId);
}

interface NewImport {
  readonly importId: string;
  readonly filename: string;
  readonly archived: ArchivedFile;
  readonly reading: PlannedReading;
  readonly judged: JudgedFile;
}

/** Stores an import as looked at, with its rejections. */
export async function insertImport(
  db: TenantDb,
  ctx: RequestContext,
  { importId, filename, archived, reading, judged }: NewImport,
): Promise<void> {
  const mapping: StoredMapping = { ...reading.mapping, documentId: archived.documentId, given: reading.given };
  await db.rows(
    `insert into imports (client_id, id, filename, state, format, mapping, counts, file_sha256, created_by, created_at) values ($1, $2, $3, 'previewed', $4, $5, $6, $7, $8, $9)`,
    [
      db.clientId,
      importId,
      filename,
      JSON.stringify(reading.format),
      JSON.stringify(mapping),
      JSON.stringify(judged.counts),
      archived.sha256,
      ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      toDate(db.clock.now()),
    ],
  );
  await storeRejections(db, importId, judged.rejections);
}

/** The import is done; counts are those of the moment it was placed. */
export async function markDone(db: TenantDb, importId: string, mode: ImportMode, judged: JudgedFile): Promise<void> {
  await db.rows(`update imports set state = 'done', mode = $3, counts = $4 where client_id = $1 and id = $2`, [
    db.clientId,
    importId,
    mode,
    JSON.stringify(judged.counts),
  ]);
  await storeRejections(db, importId, judged.rejections);
}
