import type { PlanEnvelope, PlanFrequency } from '@amiable/clients';
import { splitEqually, Temporal } from '@amiable/kernel';
import { clausesBroken, mostInstalments } from './envelope.rules';
import { scheduleOf, type InstalmentDraft } from './schedule.rules';

/** What a debtor says he can pay: so much, from that day on, so often. */
export interface PlanWish {
  readonly amountMinor: bigint;
  readonly firstDueOn: Temporal.PlainDate;
  readonly frequency: PlanFrequency;
}

export interface OfferedPlan {
  readonly frequency: PlanFrequency;
  readonly instalments: readonly InstalmentDraft[];
}

/** The answer at once: yes with the schedule, the nearest ones the mandate allows, or a person decides by a day. */
export type OfferAnswer =
  | { readonly kind: 'accept'; readonly plan: OfferedPlan }
  | { readonly kind: 'counter'; readonly plans: readonly OfferedPlan[] }
  | { readonly kind: 'person'; readonly answerBy: Temporal.PlainDate };

export interface OfferGround {
  readonly owedMinor: bigint;
  readonly envelope: PlanEnvelope;
  readonly today: Temporal.PlainDate;
}

/** A counter-offer never asks more per month than this many times what the debtor said he can pay. */
const farthestCounter = 2n;

/** Instalments of 30 days, in thousandths: 1 for a month, 30/14 and 30/7 otherwise. Compares rhythms, shows nothing. */
const perMonth: Record<PlanFrequency, bigint> = { monthly: 1_000n, fortnightly: 2_143n, weekly: 4_286n };

/**
 * Answers what a debtor offers from the mandate's envelope alone: same wish, same answer. He is never asked for more than
 * he offered when the mandate allows his offer, and never for more than he owes. The day must not be past; owed and amount are positive.
 */
export function answerOffer(wish: PlanWish, ground: OfferGround): OfferAnswer {
  const asked = planOfWish(wish, ground);
  if (asked && clausesBroken(asked, ground.envelope, ground.today).length === 0) return { kind: 'accept', plan: asked };
  const plans = counterOffers(wish, ground);
  if (plans.length > 0) return { kind: 'counter', plans };
  return { kind: 'person', answerBy: ground.today.add({ days: ground.envelope.answerDays }) };
}

/** The debtor's own amounts; the tail is raised to the smallest instalment by taking from those before it. Null when the mandate gives no room. */
export function planOfWish({ amountMinor, firstDueOn, frequency }: PlanWish, { owedMinor, envelope }: OfferGround): OfferedPlan | null {
  const needed = (owedMinor + amountMinor - 1n) / amountMinor;
  if (needed > BigInt(mostInstalments(envelope, frequency, firstDueOn))) return null; // takes longer than the mandate allows
  const n = Number(needed);
  const amounts = Array.from({ length: n }, (_, i) => (i < n - 1 ? amountMinor : owedMinor - amountMinor * BigInt(n - 1)));
  const floorOf = (i: number) =>
    i === 0 && envelope.smallestFirstMinor > envelope.smallestInstalmentMinor
      ? envelope.smallestFirstMinor
      : envelope.smallestInstalmentMinor;
  let lacking = n > 1 ? envelope.smallestInstalmentMinor - amounts[n - 1]! : 0n;
  if (lacking > 0n) amounts[n - 1] = envelope.smallestInstalmentMinor;
  for (let i = n - 2; i >= 0 && lacking > 0n; i--) {
    const spare = amounts[i]! - floorOf(i);
    const taken = spare < lacking ? (spare > 0n ? spare : 0n) : lacking;
    amounts[i]! -= taken;
    lacking -= taken;
  }
  if (lacking > 0n) return null;
  return { frequency, instalments: scheduleOf(amounts, firstDueOn, frequency) };
}

/** Two or three plans to choose from without typing: long, middle and short, within the envelope. */
export function proposedPlans({ owedMinor, envelope, today }: OfferGround): OfferedPlan[] {
  const frequency = envelope.frequencies.includes('monthly') ? 'monthly' : envelope.frequencies[0];
  if (!frequency || owedMinor <= 0n) return [];
  const firstDueOn = today.add({ days: Math.min(7, envelope.firstWithinDays) });
  const most = longest(envelope, frequency, firstDueOn, owedMinor);
  const counts = [...new Set([most, Math.ceil(most / 2), Math.ceil(most / 4)])].filter((n) => n >= 2);
  return counts
    .map((n) => equalPlan(n, frequency, firstDueOn, { owedMinor, envelope, today }))
    .filter((plan) => plan !== null)
    .filter((plan) => clausesBroken(plan, envelope, today).length === 0);
}

/** One to three schedules of the envelope, the nearest to the wish first: his rhythm longest, another rhythm, then a shorter one. */
function counterOffers(wish: PlanWish, ground: OfferGround): OfferedPlan[] {
  const { envelope, today, owedMinor } = ground;
  const latest = today.add({ days: envelope.firstWithinDays });
  const firstDueOn = Temporal.PlainDate.compare(wish.firstDueOn, latest) > 0 ? latest : wish.firstDueOn;
  const wished = wish.amountMinor * perMonth[wish.frequency];
  const rhythms = [...envelope.frequencies].sort((a, b) => Number(b === wish.frequency) - Number(a === wish.frequency));
  const found: Array<{ plan: OfferedPlan; distance: bigint }> = [];
  for (const frequency of rhythms) {
    const most = longest(envelope, frequency, firstDueOn, owedMinor);
    for (const n of new Set([most, nearestCount(owedMinor, wished, frequency, most), Math.ceil((2 * most) / 3)])) {
      if (n < 1) continue;
      const plan = equalPlan(n, frequency, firstDueOn, ground);
      if (!plan || clausesBroken(plan, envelope, today).length > 0) continue;
      const burden = largestOf(plan) * perMonth[n === 1 ? 'monthly' : frequency];
      if (burden > farthestCounter * wished) continue;
      found.push({ plan, distance: burden > wished ? burden - wished : wished - burden });
    }
  }
  const inOrder = found.sort((a, b) => (a.distance < b.distance ? -1 : a.distance > b.distance ? 1 : 0));
  const best = inOrder[0]?.plan;
  if (!best) return [];
  const sameRhythm = inOrder.find(({ plan }) => plan.frequency === best.frequency && plan.instalments.length !== best.instalments.length);
  const otherRhythm = inOrder.find(({ plan }) => plan.frequency !== best.frequency);
  return [best, sameRhythm?.plan, otherRhythm?.plan].filter((plan) => plan !== undefined);
}

/** Equal parts by the mandate's rounding; a higher first payment is taken off the rest. Null when there is nothing to split. */
function equalPlan(
  n: number,
  frequency: PlanFrequency,
  firstDueOn: Temporal.PlainDate,
  { owedMinor, envelope }: OfferGround,
): OfferedPlan | null {
  const even = splitEqually(owedMinor, n, envelope.rounding);
  const first = envelope.smallestFirstMinor < owedMinor ? envelope.smallestFirstMinor : owedMinor;
  const amounts = n > 1 && even[0]! < first ? [first, ...splitEqually(owedMinor - first, n - 1, envelope.rounding)] : even;
  if (amounts.some((amount) => amount <= 0n)) return null;
  return { frequency, instalments: scheduleOf(amounts, firstDueOn, frequency) };
}

/** The most instalments that duration and smallest instalment allow together. */
function longest(envelope: PlanEnvelope, frequency: PlanFrequency, firstDueOn: Temporal.PlainDate, owedMinor: bigint): number {
  const byAmount = owedMinor / envelope.smallestInstalmentMinor;
  const byTime = mostInstalments(envelope, frequency, firstDueOn);
  return Math.max(1, byAmount < BigInt(byTime) ? Number(byAmount) : byTime);
}

function nearestCount(owedMinor: bigint, wished: bigint, frequency: PlanFrequency, most: number): number {
  const each = wished / perMonth[frequency];
  const n = each > 0n ? (owedMinor + each - 1n) / each : BigInt(most);
  return n < BigInt(most) ? Number(n) : most;
}

const largestOf = ({ instalments }: OfferedPlan) => instalments.reduce((max, i) => (i.amountMinor > max ? i.amountMinor : max), 0n);
