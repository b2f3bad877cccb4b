/**
 * Something that must always be true of the live database. `rows` is SQL that answers one row per thing looked at:
 * `bad` (boolean) and `what` (text, named when bad). `warning`: bad is worth a look, and no fault of the books.
 */
export interface Invariant {
  readonly name: string;
  /** What one row is, for the figure: `12 entries`. */
  readonly unit: string;
  readonly rows: string;
  readonly warning?: true;
}

/** What the proof of one invariant found. */
export interface Finding {
  readonly name: string;
  readonly figure: string;
  readonly ok: boolean;
  readonly warning: boolean;
  readonly detail: string;
}
