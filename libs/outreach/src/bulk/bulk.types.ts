/** What can be done to many cases at once. */
export type BulkActKind = 'assign' | 'hold' | 'message' | 'tag' | 'untag';

/** What the act needs beside its cases; what another act needs is null. */
export interface BulkInput {
  /** Null: back to the shared queue. */
  readonly ownerId: string | null;
  readonly reason: string | null;
  readonly until: string | null;
  readonly template: string | null;
  readonly tag: string | null;
}

/** A case of the set, by its client. */
export interface BulkCase {
  readonly clientId: string;
  readonly caseId: string;
}

/** How many cases of a set the act leaves out, and why. */
export interface BulkExclusion {
  readonly reason: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** How far an act has come. */
export interface BulkProgress {
  readonly bulkId: string;
  readonly act: BulkActKind;
  readonly total: number;
  readonly done: number;
  readonly waiting: number;
  readonly undone: number;
  readonly excluded: readonly BulkExclusion[];
  readonly canUndo: boolean;
}

/** Most cases of one act. */
export const mostCases = 10_000;
/** Up to so many cases the answer waits for the act; beyond, the worker goes on with it. */
export const atOnce = 200;
