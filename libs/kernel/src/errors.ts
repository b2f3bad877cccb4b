/** Facts a screen needs to say what was refused and what would be right. */
export type RefusalFacts = Record<string, string | number | boolean | null | undefined | readonly string[]>;

/**
 * A refusal the user can understand and repair: a stable code in capitals and the facts of it.
 * The screen translates the code; anything that is not a Refusal is masked on its way out.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly facts: RefusalFacts = {},
    readonly field?: string,
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** The one answer for "does not exist" and "is not yours": nobody learns which. */
export class NotFound extends Refusal {
  constructor(what: string) {
    super('NOT_FOUND', { what });
  }
}

/** The actor may not do this. */
export class Forbidden extends Refusal {
  constructor(action: string, what: string) {
    super('FORBIDDEN', { action, what });
  }
}

/** Somebody else changed the row since it was read. */
export class StaleVersion extends Refusal {
  constructor(currentVersion: number) {
    super('STALE_VERSION', { currentVersion });
  }
}
