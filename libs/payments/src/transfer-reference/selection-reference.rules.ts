import { isRfReference, rfReferenceOf } from '@amiable/clients';

/** The RF reference of the n-th selection of a case: the case's own reference, S, and the number. */
export function selectionReferenceOf(caseReference: string, n: number): string {
  return rfReferenceOf(`${caseReference}S${n}`);
}

/** Every true RF reference written in a text, as banks print them: whole, in groups of four, among other words. */
export function rfReferencesIn(text: string): string[] {
  const found = new Set<string>();
  const tokens = text
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .filter(Boolean);
  tokens.forEach((token, i) => {
    const start = token.search(/RF\d\d/);
    if (start < 0) return;
    let candidate = token.slice(start);
    if (isRfReference(candidate)) found.add(candidate);
    for (const next of tokens.slice(i + 1, i + 7)) {
      candidate += next;
      if (candidate.length > 25) break;
      if (isRfReference(candidate)) found.add(candidate);
    }
  });
  return [...found];
}
