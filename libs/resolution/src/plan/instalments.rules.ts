import { splitEqually, Temporal } from '@amiable/kernel';

export interface InstalmentDraft {
  readonly number: number;
  readonly dueOn: Temporal.PlainDate;
  readonly amountMinor: bigint;
}

/** Equal instalments, the odd cents on the last; monthly with the first day as anchor: 31 Jan, 28 Feb, 31 Mar (domain 8). */
export function equalInstalments(totalMinor: bigint, count: number, firstDueOn: Temporal.PlainDate): InstalmentDraft[] {
  return splitEqually(totalMinor, count, 'LAST').map((amountMinor, i) => ({
    number: i + 1,
    dueOn: firstDueOn.add({ months: i }),
    amountMinor,
  }));
}
