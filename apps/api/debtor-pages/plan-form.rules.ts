import { Temporal } from '@amiable/kernel';
import type { PlanRhythm } from '../../../libs/web-kit/src/debtor-pages';

/** A day as a browser sends it, or as a person types it: 2026-12-15, 15/12/2026, 15.12.26; null when it is none. */
export function dayOfForm(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{2}|\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3]!.length === 2 ? `20${local[3]}` : local[3], local[2], local[1]] : null;
  if (!parts) return null;
  try {
    const [year, month, day] = parts.map(Number) as [number, number, number];
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** An amount as a person types it, as a decimal text: « 1 200,50 » is 1200.50. */
export const amountOfForm = (typed: string): string => typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');

export const rhythmOfForm = (typed: unknown): PlanRhythm => (typed === 'weekly' || typed === 'fortnightly' ? typed : 'monthly');
