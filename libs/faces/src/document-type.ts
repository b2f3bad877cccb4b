const named: Readonly<Record<string, string>> = { remittance_statement: 'remittance' };
const known = new Set(['letter', 'receipt', 'attestation', 'remittance', 'plan']);

/** What the faces call a document, by which they show and name it: a mail is a mail whatever it was about. */
export function documentTypeOf(kind: string, contentType: string): string {
  if (contentType === 'message/rfc822') return 'email';
  const name = named[kind] ?? kind;
  return known.has(name) ? name : 'unknown';
}
