import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { addToSummary, emptySummary, type ImportSummary, type ReadLine } from '../import-file/read-import-file';
import type { ImportProgress, ImportRejection } from './import.types';
import { stagedColumns, stagedRow, stagedTable } from './staged-row';
import type { TenantConnection } from './tenant-connection';

/** Rejected lines kept with their cells; beyond it they are only counted. */
export const mostRejectionsKept = 5_000;

export interface StagedFile {
  readonly summary: ImportSummary;
  /** The first lines the reader rejected. */
  readonly rejections: ImportRejection[];
}

/** Streams the good lines of a file into the staging table by COPY. Memory holds one batch of lines. */
export async function stageLines(
  { client }: TenantConnection,
  batches: AsyncIterable<readonly ReadLine[]>,
  onProgress?: (progress: ImportProgress) => void,
): Promise<StagedFile> {
  const summary = emptySummary();
  const rejections: ImportRejection[] = [];
  await client.query(stagedTable);

  async function* rows(): AsyncGenerator<Buffer> {
    for await (const batch of batches) {
      addToSummary(summary, batch);
      let text = '';
      for (const read of batch) {
        if ('ok' in read) text += stagedRow(read.line, read.ok);
        else if ('rejected' in read && rejections.length < mostRejectionsKept)
          rejections.push({ line: read.line, cells: read.cells, reasons: read.rejected });
      }
      onProgress?.({ step: 'read', lines: summary.lines });
      if (text) yield Buffer.from(text);
    }
  }
  await pipeline(rows, client.query(copyFrom(`copy staged (${stagedColumns.join(', ')}) from stdin`)));
  await client.query('analyze staged (line, number, debtor_ref, contact, currency, amount, paid)');
  return { summary, rejections };
}
