import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BadInput, isDay } from './scalars';

@InputType({ description: 'A page: at most 100 rows after a cursor.' })
export class PageInput {
  @Field(() => Int) first: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => String, { nullable: true }) endCursor: string | null;
  @Field(() => Boolean) hasNextPage: boolean;
}

/** Rows of one page and whether more follow. */
export interface Page<T> {
  readonly nodes: T[];
  readonly edges: Array<{ cursor: string; node: T }>;
  readonly pageInfo: PageInfo;
}

/** How many rows to read: the page and one more, which says whether there is a next page. Throws BadInput. */
export function rowsToRead(page: PageInput): number {
  if (page.first < 1 || page.first > 100) throw new BadInput('first from 1 to 100', page.first, 'page.first');
  return page.first + 1;
}

/** A keyset cursor: the sort key of the last row, opaque to the caller. */
export function toCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor of so many parts; null for the first page. Throws BadInput. */
function fromCursor(page: PageInput, parts: number): Array<string | number | null> | null {
  if (!page.after) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(page.after, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === parts &&
      key.every((part) => part === null || typeof part === 'string' || typeof part === 'number')
    )
      return key;
  } catch {
    /* said below */
  }
  throw new BadInput('a cursor of this list', page.after, 'page.after');
}

const shapes = {
  day: isDay,
  minor: (text: string) => /^-?\d{1,18}$/.test(text),
  uuid: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
} as const;

/** The key after which the page begins, each part checked before it meets the database; null for the first page. Throws BadInput. */
export function keyAfter(page: PageInput, ...parts: ReadonlyArray<keyof typeof shapes>): string[] | null {
  const key = fromCursor(page, parts.length);
  if (key?.some((part, i) => typeof part !== 'string' || !shapes[parts[i]!](part)))
    throw new BadInput('a cursor of this list', page.after, 'page.after');
  return key as string[] | null;
}

/** Cuts the extra row off and puts cursors on the rest. */
export function pageOf<R, T>(
  rows: readonly R[],
  page: PageInput,
  keyOf: (row: R) => readonly (string | number | null)[],
  toNode: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, page.first);
  const edges = shown.map((row) => ({ cursor: toCursor(keyOf(row)), node: toNode(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > page.first },
  };
}
