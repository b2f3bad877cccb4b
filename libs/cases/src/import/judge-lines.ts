import type { TenantDb } from '@amiable/platform';
import { compareLines, takeOutRefused } from './compare-lines';
import { countLines } from './count-lines';
import type { ImportRejection, StoredCounts } from './import.types';
import type { PlannedReading } from './plan-import';
import { planPlaces } from './plan-places';
import { rejectionOf } from './rejections';
import { mostRejectionsKept, type StagedFile } from './stage-lines';
import { joiningByHash } from './tenant-connection';

/** What an import would do: counts and sums, and every rejection that is kept, by line. */
export interface JudgedFile {
  readonly counts: StoredCounts;
  readonly rejections: readonly ImportRejection[];
}

/** Judges the staged lines against what is known; nothing that lasts is changed. */
export async function judgeLines(
  db: TenantDb,
  staged: StagedFile,
  { format, mapping }: Pick<PlannedReading, 'format' | 'mapping'>,
  mandateId: string | null,
): Promise<JudgedFile> {
  return joiningByHash(db, staged.summary.ok, async () => {
    await compareLines(db);
    const refused = await takeOutRefused(db, mostRejectionsKept);
    await planPlaces(db, mandateId);
    const counts = await countLines(db, staged, refused.count);
    const rejections = [...staged.rejections, ...refused.first.map((row) => rejectionOf(row, mapping, format))];
    return { counts, rejections: rejections.sort((a, b) => a.line - b.line).slice(0, mostRejectionsKept) };
  });
}
