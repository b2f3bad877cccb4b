import { detectTable, withValueFormats } from './detect-format';
import type { DetectedFormat, Mapping } from './import-file.types';
import { applyMappingFile, type MappingFile } from './mapping-file';
import { proposeMapping } from './propose-mapping';

export { detectFormat, SAMPLE_BYTES } from './detect-format';
export { proposeMapping, LEGAL_TERMS_DAYS } from './propose-mapping';
export { applyMappingFile, mappingFileOf, parseMappingFile, type MappingFile } from './mapping-file';
export { readInvoiceRows, BATCH_SIZE } from './read-invoice-rows';
export type { ReadContext } from './read-invoice-line';
export { addToSummary, emptySummary, summarise, type CurrencySums, type ImportSummary } from './summarise';
export { writeRejectedLines, type RejectedFileShape } from './write-rejected-lines';
export { sentenceOf, type Language } from './import-file.sentences';
export { ImportFileError } from './import-file.errors';
export { FILE_ERROR_CODES, FINDING_CODES, LINE_ERROR_CODES, WARNING_CODES } from './import-file.codes';
export * from './import-file.types';

/**
 * Format and mapping of a file from its first 256 KiB, corrected by a mapping file: date format and decimal sign are
 * looked for in the columns of the corrected mapping. What `detectFormat` and `proposeMapping` do, in the right order.
 * @throws ImportFileError as `detectFormat` and `applyMappingFile` do
 */
export function planReading(sample: Buffer, file?: MappingFile): { format: DetectedFormat; mapping: Mapping } {
  const hints = file?.format ?? {};
  const table = detectTable(sample, hints);
  const proposed = proposeMapping(table.headers, table.sampleRows);
  const mapping = file ? applyMappingFile(proposed, file) : proposed;
  return { format: withValueFormats(table, mapping, hints), mapping };
}
