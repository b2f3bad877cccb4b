import type { ReadDb } from '@amiable/platform';

export type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>;

/** Inserts rows of one table, a few hundred a statement; columns the first row does not name keep their defaults. */
export async function plantRows(db: ReadDb, table: string, rows: Rows, atOnce = 500): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!)
    .map((column) => `"${column}"`)
    .join(', ');
  for (let from = 0; from < rows.length; from += atOnce) {
    await db.rows(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(rows.slice(from, from + atOnce)),
    ]);
  }
}
