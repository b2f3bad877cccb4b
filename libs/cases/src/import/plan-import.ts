import type { TenantDb } from '@amiable/platform';
import {
  parseMappingFile,
  planReading,
  type DetectedFormat,
  type FileFormat,
  type FormatFinding,
  type Mapping,
  type MappingFile,
} from '../import-file/read-import-file';

/** How a file will be read: its format as found, its columns as mapped, and the mapping file that corrected them. */
export interface PlannedReading {
  readonly format: FileFormat & { readonly findings: readonly FormatFinding[] };
  readonly mapping: Mapping;
  readonly given: MappingFile | null;
}

/** Finds format and mapping; without a mapping file, the correction of the client's last import with the same columns is used again. */
export async function planImport(db: TenantDb, sample: Buffer, mapping: MappingFile | string | undefined): Promise<PlannedReading> {
  if (mapping !== undefined) {
    const given = typeof mapping === 'string' ? parseMappingFile(mapping) : mapping;
    return planned(planReading(sample, given), given);
  }
  const found = planReading(sample);
  const remembered = await rememberedMapping(db, found.mapping.columns);
  return remembered ? planned(planReading(sample, remembered), remembered) : planned(found, null);
}

async function rememberedMapping(db: TenantDb, columns: readonly string[]): Promise<MappingFile | undefined> {
  const last = await db.row<{ given: MappingFile | null }>(
    `select mapping->'given' as given from imports where client_id = $1 and state = 'done' and mapping->'columns' = $2::jsonb order by created_at desc, id desc limit 1`,
    [db.clientId, JSON.stringify(columns)],
  );
  return last?.given ?? undefined;
}

function planned({ format, mapping }: { format: DetectedFormat; mapping: Mapping }, given: MappingFile | null): PlannedReading {
  const { headers: _headers, sampleRows: _sampleRows, ...kept } = format;
  return { format: kept, mapping, given };
}
