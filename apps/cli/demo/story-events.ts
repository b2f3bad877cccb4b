import { toDecimal } from '@amiable/kernel';
import type { Person } from './agency';
import { at, isoDay } from './days';
import type { Dice } from './dice';
import type { DemoCase } from './portfolio.types';

/** Who of the collectors works on a case: its owner, or whoever took it from the queue. */
export function collectorOf(theCase: DemoCase, collectors: readonly Person[]): Person {
  const index = theCase.ownerIndex ?? Number.parseInt(theCase.id.slice(-2), 16) % 2;
  return collectors[theCase.client.name.startsWith('K') || theCase.client.name.startsWith('B') ? index % 2 : index]!; // the third one's portfolio is the first two clients
}

/** Of a case with hundreds of invoices the first few tell how they came. */
const mostPlacedTold = 20;

const notes = [
  'Comptable absent le vendredi, joindre le mardi matin.',
  'Demande que les relances arrivent à compta@.',
  'Règle d’habitude après la deuxième relance.',
  'Nouveau gérant depuis janvier.',
  'Souhaite recevoir les copies de factures.',
];

/** The story of a case apart from money and messages, which tell themselves. */
export function storyEvents(dice: Dice, theCase: DemoCase, collectors: readonly Person[]): Array<Record<string, unknown>> {
  const { client, debtor, dispute, promise, plan, hold, gaveUp } = theCase;
  const collector = collectorOf(theCase, collectors);
  const money = (minor: number) => ({ amount: toDecimal(BigInt(minor)), currency: 'EUR' });
  const events: Array<Record<string, unknown>> = [];
  const tell = (
    kind: string,
    day: number,
    time: string,
    actor: 'system' | 'staff' | 'client' | 'debtor',
    facts: Record<string, unknown>,
    clientSees = true,
  ) => {
    const name = { system: 'Amiable', staff: collector.name, client: client.users[0]![0], debtor: debtor.name }[actor];
    events.push({
      client_id: client.id,
      case_id: theCase.id,
      kind,
      at: at(day, time),
      actor_kind: actor,
      actor_id: actor === 'staff' ? collector.id : null,
      actor_name: name,
      client_sees: clientSees,
      facts,
    });
  };
  const time = (from: number, to: number) => `${String(dice.whole(from, to)).padStart(2, '0')}:${dice.whole(10, 59)}`;

  tell(
    'case.opened',
    theCase.opened,
    '06:30',
    'system',
    money(theCase.invoices.reduce((sum, invoice) => (invoice.placed === theCase.opened ? sum + invoice.minor : sum), 0)),
  );
  for (const invoice of theCase.invoices.slice(0, mostPlacedTold))
    tell('import.placed', invoice.placed!, '06:31', 'client', { invoiceNumber: invoice.number, ...money(invoice.minor) });
  for (const call of theCase.calls)
    tell('call.logged', call.day, time(9, 16), 'staff', {
      outcome: call.outcome,
      note: call.note || null,
      callBackOn: call.callBack === null ? null : isoDay(call.callBack),
    });
  if (promise) {
    if (promise.madeBy === 'staff')
      tell('call.logged', promise.made, '15:08', 'staff', { outcome: 'promised', note: null, callBackOn: null });
    tell('promise.recorded', promise.made, '15:10', promise.madeBy, { ...money(promise.minor), dueOn: isoDay(promise.due) });
  }
  if (plan)
    tell('plan.agreed', plan.agreed, '16:20', 'staff', {
      ...money(plan.minor),
      instalments: plan.instalments.length,
      dueOn: isoDay(plan.instalments[0]!.due),
    });
  if (dispute) {
    const facts = { invoiceNumber: dispute.invoice.number, ...money(dispute.minor) };
    tell('dispute.opened', dispute.opened, time(9, 17), dispute.openedBy, {
      ...facts,
      reason: dispute.reason,
      note: dispute.note,
      dueOn: isoDay(dispute.opened + 14),
    });
    if (dispute.closed !== null)
      tell(dispute.upheld ? 'dispute.upheld' : 'dispute.rejected', dispute.closed, time(9, 17), 'client', {
        ...facts,
        note: dispute.answer,
        from: 'open',
        to: dispute.upheld ? 'upheld' : 'rejected',
      });
  }
  if (hold)
    tell('case.held', hold.from, time(9, 17), 'staff', { reason: hold.reason, until: isoDay(hold.until), from: 'open', to: 'on_hold' });
  if (gaveUp) tell('case.closed', gaveUp.day, time(9, 17), 'staff', { reason: gaveUp.reason, from: 'open', to: 'closed' });
  if (dice.chance(0.12) && theCase.done.length > 1)
    tell('note.added', theCase.done[1]!.day, time(9, 17), 'staff', { note: dice.pick(notes) }, false);
  return events;
}
