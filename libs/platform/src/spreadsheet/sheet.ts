/** What a column holds: words, minor units of a currency (bigint), a day (`yyyy-mm-dd`), or a whole number. */
export type ColumnKind = 'text' | 'amount' | 'day' | 'count';

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters; 14 when nothing is said. */
  readonly width?: number;
}

/** Of the kind of its column: text, bigint minor units, ISO day, number; null is an empty cell. */
export type Cell = string | bigint | number | null;

/** A table to hand out as a file: rows may come from a cursor, one after the other. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}
