/** A line that was answered and is still open. Days are `yyyy-mm-dd`. */
export interface AnsweredLine {
  readonly onDay: string;
  readonly open: bigint;
}

/**
 * The promise a case keeps for lines answered with different days: the next day that is not over, with all that is due on it.
 * What is promised for later days follows when that day is over. Null when nothing is promised.
 */
export function nextPromiseOf(lines: readonly AnsweredLine[], today: string): { dueOn: string; amount: bigint } | null {
  const ahead = lines.filter(({ onDay, open }) => open > 0n && onDay >= today);
  if (ahead.length === 0) return null;
  const dueOn = ahead.reduce((first, { onDay }) => (onDay < first ? onDay : first), ahead[0]!.onDay);
  return { dueOn, amount: ahead.filter(({ onDay }) => onDay === dueOn).reduce((sum, { open }) => sum + open, 0n) };
}
