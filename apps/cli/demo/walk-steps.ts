import { stepsOf } from './clients';
import { workingDay } from './days';
import type { Dice } from './dice';
import { owed } from './open-cases';
import type { DemoCase } from './portfolio.types';

const endings = ['no_answer', 'voicemail', 'voicemail', 'no_answer', 'refused', 'call_back'] as const;

/** Goes through the scenario day by day as the daily run does: what was done, and what comes next. */
export function walkSteps(dice: Dice, today: number, theCase: DemoCase): void {
  const steps = stepsOf(theCase.client);
  const oldest = Math.min(...theCase.invoices.filter((invoice) => invoice.placed! <= theCase.opened).map((invoice) => invoice.due));
  let index = steps.findIndex((step) => step.days_from_due >= 0 || oldest + step.days_from_due >= theCase.opened);
  let due = workingDay(Math.max(theCase.opened + 1, oldest + steps[index]!.days_from_due));
  while (index < steps.length) {
    const step = steps[index]!;
    if (due < today && (owed(theCase, due) <= 0 || (theCase.gaveUp && theCase.gaveUp.day <= due))) return;
    if (due >= today) {
      theCase.next = { stepNo: step.step_no, due };
      return;
    }
    const wait = waitsUntil(theCase, due, today);
    if (wait !== null && wait >= today) {
      theCase.next = { stepNo: step.step_no, due: today };
      return;
    }
    if (wait !== null) {
      due = workingDay(wait);
      continue;
    }
    const reachable = step.channel === 'email' ? theCase.debtor.email !== null : step.channel === 'letter' || theCase.debtor.phone !== null;
    if (reachable) theCase.done.push({ id: dice.id(due), stepNo: step.step_no, day: due });
    if (reachable && step.channel === 'call') logCall(dice, today, theCase, due);
    index += 1;
    if (index < steps.length) due = workingDay(due + steps[index]!.days_from_due - step.days_from_due);
  }
  callOn(dice, today, theCase, due);
}

/** After the formal notice a collector calls now and then, until it is paid or given up. */
function callOn(dice: Dice, today: number, theCase: DemoCase, lastStep: number): void {
  if (theCase.debtor.phone === null) return;
  for (let day = workingDay(lastStep + dice.whole(9, 14)); day < today; day = workingDay(day + dice.whole(18, 40))) {
    if (owed(theCase, day) <= 0 || (theCase.gaveUp && theCase.gaveUp.day <= day)) return;
    if (waitsUntil(theCase, day, today) === null) logCall(dice, today, theCase, day);
  }
}

/** A promise, a plan, a dispute of everything or a hold keeps the scenario waiting; answers until when. */
function waitsUntil(theCase: DemoCase, day: number, today: number): number | null {
  const { promise, plan, dispute, hold } = theCase;
  if (promise && day >= promise.made && day <= promise.due + 2) return promise.due + 3;
  if (plan && day >= plan.agreed) {
    const missed = plan.instalments[theCase.pays.length];
    if (missed && missed.due + 9 > day) return missed.due + 9;
  }
  if (dispute && day >= dispute.opened && day <= (dispute.closed ?? today) && dispute.minor >= owed(theCase, day))
    return dispute.closed === null ? today : dispute.closed + 1;
  if (hold && day >= hold.from) return hold.until;
  return null;
}

function logCall(dice: Dice, today: number, theCase: DemoCase, due: number): void {
  const day = due + dice.whole(0, 1);
  if (day >= today) return;
  const { promise, pays } = theCase;
  if (promise && promise.made >= due && promise.made <= due + 3 && promise.madeBy === 'staff') return; // the call that brought the promise is told with it
  const paidSoon = pays.some((pay) => pay.day > day && pay.day <= day + 4);
  const outcome = paidSoon ? 'paid_already' : dice.pick(endings);
  theCase.calls.push({
    day,
    outcome,
    note: paidSoon
      ? 'Dit avoir envoyé le paiement.'
      : outcome === 'refused'
        ? 'Refuse de parler au téléphone, demande un écrit.'
        : outcome === 'call_back'
          ? 'En réunion, demande à être rappelé.'
          : '',
    callBack: outcome === 'call_back' ? workingDay(day + dice.whole(1, 3)) : null,
  });
}
