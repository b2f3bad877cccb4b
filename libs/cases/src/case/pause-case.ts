import { Temporal } from '@amiable/kernel';
import { move, type RequestContext, type TenantDb } from '@amiable/platform';
import { planWork } from '../queue/plan-work';
import { Case } from './case.entity';
import { requireNotClosed } from './case.rules';
import { caseStates } from './case.states';
import { endlessHolds, type HoldKind } from './hold-kinds';

export interface Pause {
  readonly kind: HoldKind;
  /** What a person wrote of it, for staff and client; without it the kind says it, in the reader's language. */
  readonly reason?: string;
  /** The day the hold ends by itself in the daily run; null: not by itself. */
  readonly until: Temporal.PlainDate | null;
}

/**
 * Suspension of a locked case, as part of another write: every channel is silent until the day. A longer hold that stands
 * already is kept; an endless one always. Saves the case. Throws CaseClosed.
 */
export async function pauseCase(db: TenantDb, ctx: RequestContext, theCase: Case, { kind, reason: written, until }: Pause): Promise<void> {
  const reason = written?.trim() || kind;
  requireNotClosed(theCase);
  const held = theCase.state === 'on_hold';
  if (held && !isStronger({ kind, until }, theCase)) return;
  if (!held)
    await move(db, ctx, caseStates, theCase, 'on_hold', { kind: 'case.held', facts: { reason, until: until?.toString() ?? null } });
  theCase.holdKind = kind;
  theCase.holdReason = reason;
  theCase.holdUntil = until;
  if (until) await planWork(db, { caseId: theCase.id, dueOn: until, why: 'hold_over' });
  await db.of(Case).save(theCase);
}

/** Ends the hold of a locked case if it is of one of these kinds; another one stays. Saves the case. */
export async function endPause(db: TenantDb, ctx: RequestContext, theCase: Case, ...kinds: readonly HoldKind[]): Promise<void> {
  if (theCase.state !== 'on_hold' || !theCase.holdKind || !kinds.includes(theCase.holdKind)) return;
  await move(db, ctx, caseStates, theCase, 'open', { kind: 'case.resumed' });
  theCase.holdKind = null;
  theCase.holdReason = null;
  theCase.holdUntil = null;
  await db.of(Case).save(theCase);
}

function isStronger(wish: Pick<Pause, 'kind' | 'until'>, { holdKind, holdUntil }: Pick<Case, 'holdKind' | 'holdUntil'>): boolean {
  // Of two without end the graver one stays: the list goes from what a person may clear to what a court or death decides.
  if (endlessHolds.includes(wish.kind)) return !holdKind || endlessHolds.indexOf(wish.kind) > endlessHolds.indexOf(holdKind);
  if (holdUntil === null || (holdKind && endlessHolds.includes(holdKind))) return false;
  return wish.until === null || Temporal.PlainDate.compare(wish.until, holdUntil) > 0;
}
