import { sendFile } from '@amiable/web-kit';

/** A file that was sent, kept in this page so that a corrected mapping can be tried on it. */
interface Sent {
  readonly file: File;
  readonly clientId: string;
}
const sent = new Map<string, Sent>();
export const sentFileOf = (importId: string): Sent | undefined => sent.get(importId);

/** Which column holds which field, as the mapping file says it; null takes a field off. */
export type MappingFields = Readonly<Record<string, string | null>>;

/** Header values are ASCII: other letters travel as JSON escapes. */
const asciiJson = (value: unknown) =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Sends the raw file for a preview; nothing is imported by it. */
export async function sendImport(
  { file, clientId }: Sent,
  fields: MappingFields | null,
  onProgress: (share: number) => void,
): Promise<string> {
  const headers = { 'x-file-name': encodeURIComponent(file.name), ...(fields ? { 'x-mapping': asciiJson({ fields }) } : {}) };
  const { importId } = await sendFile<{ importId: string }>(
    `/files/imports?client=${encodeURIComponent(clientId)}`,
    file,
    headers,
    onProgress,
  );
  sent.set(importId, { file, clientId });
  return importId;
}
