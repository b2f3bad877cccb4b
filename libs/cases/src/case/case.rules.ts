import { StaleVersion } from '@amiable/kernel';
import type { Case } from './case.entity';
import { CaseClosed } from './case.errors';

/** A case is closed as paid only when nothing is owed any more. */
export function canCloseAsPaid(theCase: Pick<Case, 'openMinor'>): boolean {
  return theCase.openMinor <= 0n;
}

/** Throws StaleVersion when somebody else changed the case since it was read. */
export function requireVersion(theCase: Pick<Case, 'version'>, expected: number): void {
  if (theCase.version !== expected) throw new StaleVersion(theCase.version);
}

/** Throws CaseClosed: nothing is asked of a debtor on a closed case. */
export function requireNotClosed(theCase: Pick<Case, 'state'>): void {
  if (theCase.state === 'closed') throw new CaseClosed();
}
