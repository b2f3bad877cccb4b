import iconv from 'iconv-lite';
import {
  planReading,
  readInvoiceRows,
  type Encoding,
  type InvoiceRow,
  type MappingFile,
  type OkLine,
  type ReadLine,
  type RejectedLine,
} from './read-import-file';

/** Bytes in pieces of a given size, as a socket would bring them. */
export async function* inChunks(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Detects, maps and reads a whole file that stands in memory. */
export async function readBytes(
  bytes: Buffer,
  { mapping: file, today = '2026-11-23', chunk = 1 << 20 }: { mapping?: MappingFile; today?: string; chunk?: number } = {},
) {
  const { format, mapping } = planReading(bytes.subarray(0, 256 * 1024), file);
  const lines: ReadLine[] = [];
  for await (const batch of readInvoiceRows(inChunks(bytes, chunk), { format, mapping, today })) lines.push(...batch);
  const rejected = lines.filter((line): line is RejectedLine => 'rejected' in line);
  const ok = lines.filter((line): line is OkLine => 'ok' in line);
  return { format, mapping, lines, ok, rejected, rows: ok.map((line): InvoiceRow => line.ok) };
}

export const readText = (text: string, options: Parameters<typeof readBytes>[1] & { encoding?: Encoding } = {}) =>
  readBytes(iconv.encode(text, options.encoding ?? 'utf-8'), options);

const HEADER = 'N° facture;Code client;Date facture;Échéance;Montant TTC';

/** One line under a French header, with more columns when `more` names them. */
export const readLine = async (line: string, more = '') => {
  const read = await readText(`${HEADER}${more && `;${more}`}\n${line}\n`, {
    mapping: { fields: {}, format: { dateFormat: 'dd/MM/yyyy', decimalSign: ',' }, defaults: {} },
  });
  return {
    ...read,
    row: read.rows[0],
    codes: read.rejected[0]?.rejected.map(({ code }) => code) ?? [],
    warned: read.ok[0]?.warnings?.map(({ code }) => code) ?? [],
  };
};
