import { BadInput, fromCursor, type PageInput } from '@amiable/platform';

const shapes = { day: /^\d{4}-\d{2}-\d{2}$/, minor: /^-?\d{1,18}$/, uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ } as const;

/** The key after which the page begins, checked before it meets the database; null for the first page. Throws BadInput. */
export function keyAfter(page: PageInput, ...parts: ReadonlyArray<keyof typeof shapes>): string[] | null {
  const key = fromCursor(page, parts.length);
  if (key?.some((part, i) => typeof part !== 'string' || !shapes[parts[i]!].test(part)))
    throw new BadInput('a cursor of this list', page.after, 'page.after');
  return key as string[] | null;
}

/** Counting stops above this: the lists then say "more than 10,000". */
export const countedUpTo = 10_000;
