import type { StepChannel } from '../scenario/scenario.rules';

/** One step that would be taken: who gets what, when. */
export interface RehearsedStep {
  readonly caseId: string;
  readonly reference: string;
  readonly debtorName: string;
  readonly day: string;
  readonly channel: StepChannel;
  readonly template: string | null;
  readonly stepNo: number;
  readonly stepName: string;
  readonly scenarioName: string;
  readonly openMinor: bigint;
  readonly currency: string;
  /** Waits for a confirmation before it leaves. */
  readonly isProposed: boolean;
}

/** What the days come to. */
export interface RehearsalTotals {
  readonly byChannel: Readonly<Partial<Record<StepChannel, number>>>;
  readonly cases: number;
  readonly proposed: number;
  /** Printing and posting, minor units. */
  readonly postageMinor: bigint;
}

export interface Rehearsal {
  readonly from: string;
  readonly until: string;
  readonly asIs: RehearsalTotals;
  readonly changed: RehearsalTotals;
  readonly days: ReadonlyArray<{ readonly day: string; readonly asIs: number; readonly changed: number }>;
  /** Why cases stand still at the end, with the change. */
  readonly blocks: ReadonlyArray<{ readonly reason: string; readonly cases: number }>;
  /** Cases that would get the same on the same days, and those that would not. */
  readonly sameCases: number;
  readonly otherCases: number;
  /** Every step with the change, by day. */
  readonly steps: readonly RehearsedStep[];
}

interface Worked {
  readonly steps: readonly RehearsedStep[];
  readonly blocks: Rehearsal['blocks'];
}

/** Lays both runs side by side. A case is the same when it gets the same words by the same channels on the same days. */
export function compareRehearsals(asIs: Worked, changed: Worked, letterCostMinor: bigint): Omit<Rehearsal, 'from' | 'until'> {
  const before = storiesOf(asIs.steps);
  const after = storiesOf(changed.steps);
  const touched = new Set([...before.keys(), ...after.keys()]);
  const sameCases = [...touched].filter((id) => before.get(id) === after.get(id)).length;
  const perDay = (steps: readonly RehearsedStep[]) => Map.groupBy(steps, ({ day }) => day);
  const [former, next] = [perDay(asIs.steps), perDay(changed.steps)];
  const days = [...new Set([...former.keys(), ...next.keys()])].sort();
  return {
    asIs: totalsOf(asIs.steps, letterCostMinor),
    changed: totalsOf(changed.steps, letterCostMinor),
    days: days.map((day) => ({ day, asIs: former.get(day)?.length ?? 0, changed: next.get(day)?.length ?? 0 })),
    blocks: changed.blocks,
    sameCases,
    otherCases: touched.size - sameCases,
    steps: changed.steps,
  };
}

function totalsOf(steps: readonly RehearsedStep[], letterCostMinor: bigint): RehearsalTotals {
  const byChannel: Partial<Record<StepChannel, number>> = {};
  for (const { channel } of steps) byChannel[channel] = (byChannel[channel] ?? 0) + 1;
  return {
    byChannel,
    cases: new Set(steps.map(({ caseId }) => caseId)).size,
    proposed: steps.filter(({ isProposed }) => isProposed).length,
    postageMinor: BigInt(byChannel.letter ?? 0) * letterCostMinor,
  };
}

/** What each case gets, as one text to compare. */
function storiesOf(steps: readonly RehearsedStep[]): Map<string, string> {
  const stories = new Map<string, string>();
  for (const { caseId, day, channel, template } of steps)
    stories.set(caseId, `${stories.get(caseId) ?? ''}${day} ${channel} ${template ?? ''};`);
  return stories;
}
