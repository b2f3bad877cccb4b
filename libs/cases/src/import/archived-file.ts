import { createHash } from 'node:crypto';
import { newId } from '@amiable/kernel';
import type { Database, TenantDb } from '@amiable/platform';
import { SAMPLE_BYTES } from '../import-file/read-import-file';
import { ImportFileTooLarge } from './import.errors';

const largestFile = 512 * 1024 * 1024; // a value of the database holds 1 GiB
const pieceSize = 1024 * 1024;

export interface ArchivedFile {
  readonly documentId: string;
  readonly sha256: Buffer;
  /** The beginning of the file, from which format and mapping are found. */
  readonly sample: Buffer;
}

/** Archives a file of any size as a document, piece by piece; the pieces become one in the database. Throws ImportFileTooLarge. */
export async function archiveFile(db: TenantDb, filename: string, source: AsyncIterable<Uint8Array>): Promise<ArchivedFile> {
  await db.rows(`create temp table pieces (n int not null, bytes bytea not null) on commit drop`);
  await db.rows(`alter table pieces alter bytes set storage external`);
  const hash = createHash('sha256');
  const sample: Buffer[] = [];
  let size = 0;
  let n = 0;
  for await (const piece of inPieces(source)) {
    hash.update(piece);
    if (size < SAMPLE_BYTES) sample.push(piece.subarray(0, SAMPLE_BYTES - size));
    size += piece.length;
    if (size > largestFile) throw new ImportFileTooLarge(largestFile / 1024 / 1024);
    await db.rows(`insert into pieces values ($1, $2)`, [n++, piece]);
  }
  const documentId = newId();
  const sha256 = hash.digest();
  await db.rows(
    `insert into documents (client_id, id, kind, filename, content_type, sha256, bytes)
     select $1, $2, 'import_file', $3, 'text/csv', $4, coalesce(string_agg(bytes, ''::bytea order by n), ''::bytea) from pieces`,
    [db.clientId, documentId, filename, sha256],
  );
  await db.rows(`drop table pieces`);
  return { documentId, sha256, sample: Buffer.concat(sample) };
}

/** The bytes of an archived file, exactly as they came, in pieces. Reads on a connection of its own. */
export async function* readArchivedFile(database: Database, clientId: string, documentId: string): AsyncGenerator<Buffer> {
  const client = await database.connect('amiable_tenant');
  client.on('error', () => undefined); // the statement that runs meets it too
  try {
    await client.query('begin read only');
    await client.query(`select set_config('app.client', $1, true)`, [clientId]);
    // Unpacked once, then cut: cutting the packed value would unpack its whole beginning for every piece.
    await client.query(
      `declare pieces no scroll cursor for
       with whole as materialized (select bytes || ''::bytea as bytes from documents where client_id = $1 and id = $2)
       select substr(bytes, at, $3::int) as piece from whole, generate_series(1, octet_length(bytes), $3::int) at`,
      [clientId, documentId, pieceSize],
    );
    for (;;) {
      const { rows } = await client.query<{ piece: Buffer }>('fetch 1 from pieces');
      if (!rows[0]) return;
      yield rows[0].piece;
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < pieceSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** Passes the bytes on and makes sure that they are those archived. */
export async function* sameBytes(source: AsyncIterable<Uint8Array>, sha256: Buffer): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of source) {
    hash.update(piece);
    yield piece;
  }
  if (!hash.digest().equals(sha256)) throw new Error('the file changed while it was read');
}
