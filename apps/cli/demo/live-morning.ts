import { toDecimal, type SetClock } from '@amiable/kernel';
import { callSlots } from '@amiable/outreach';
import { AskRefund, RecordTransfer } from '@amiable/payments';
import { Performer, RequestContext, type Database, type UseCase } from '@amiable/platform';
import {
  AskForCall,
  AskForCare,
  ClaimPaid,
  ContestInvoices,
  OfferPlan,
  ProposeContact,
  ProposePlan,
  RequestPlan,
  SayNotMe,
  WriteToUs,
} from '@amiable/resolution';
import { isoDay } from './days';
import { owed } from './open-cases';
import type { DemoCase } from './portfolio.types';
import { samples } from './samples';
import type { Story } from './tell-story';

type Fits = (theCase: DemoCase) => boolean;

/** This morning, through the real writes: what debtors answered on their pages, and two plans that wait for a person. */
export async function liveMorning(database: Database, clock: SetClock, today: number, { cases }: Story): Promise<void> {
  const performer = new Performer(database);
  clock.set(isoDay(today), '07:20');
  const shown = new Set(samples(cases, today));
  const waiting = cases.filter((one) => owed(one, today) > 0 && !shown.has(one) && isPlain(one));
  const next = (fits: Fits): DemoCase => {
    const at = waiting.findIndex(fits);
    if (at < 0) throw new Error('the story has too few plain cases for the morning');
    return waiting.splice(at, 1)[0]!;
  };
  const say = <I, A>({ client, debtor, id }: DemoCase, write: UseCase<I, A>, input: I): Promise<A> => {
    clock.advance({ minutes: 3 });
    const actor = { kind: 'debtor', id: debtor.id, name: debtor.name, clientId: client.id, caseId: id, brandId: client.brandId } as const;
    return performer.perform(new RequestContext('debtor', actor, debtor.language === 'fr' ? 'fr' : 'en'), client.id, write, input);
  };
  const person: Fits = ({ debtor }) => debtor.kind === 'person' && debtor.language === 'fr';
  const company: Fits = ({ debtor }) => debtor.kind === 'company' && debtor.language === 'fr';
  const reachable: Fits = (theCase) => person(theCase) && theCase.debtor.phone !== null;

  const paid = next(company);
  const sum = toDecimal(BigInt(owed(paid, today)));
  const when = { caseId: paid.id, paidOn: isoDay(today - 5), means: 'transfer' as const, amount: sum, reference: 'VIR 2291 COMPTA' };
  await say(paid, new ClaimPaid(), { ...when, invoiceIds: [], note: 'Virement parti la semaine dernière.', files: [] });
  const called = next(reachable);
  const [, postcode, , country] = called.debtor.address;
  const slots = callSlots('person', { country, postcode }, clock.now());
  await say(called, new AskForCall(), { caseId: called.id, slot: slots[1]!.from.toString(), phone: '', note: 'Plutôt en fin de matinée.' });
  const inCare = next(person);
  await say(inCare, new AskForCare(), {
    caseId: inCare.id,
    pause: true,
    overindebted: false,
    note: 'Pas de paiement possible avant deux mois.',
  });
  const stranger = next(person);
  await say(stranger, new SayNotMe(), { caseId: stranger.id, why: 'other_person', note: 'Je porte le même nom, c’est une erreur.' });
  const moved = next(person);
  const address = { addressLine: '14 rue des Acacias', postcode: '69007', city: 'Lyon' };
  await say(moved, new ProposeContact(), { caseId: moved.id, email: '', phone: '', ...address, note: null });
  const writer = next(company);
  await say(writer, new WriteToUs(), { caseId: writer.id, note: 'Pouvez-vous nous renvoyer le bon de livraison signé ?', files: [] });
  const abroad = next(({ debtor }) => debtor.language === 'it');
  const contested = {
    caseId: abroad.id,
    reason: 'quantity' as const,
    invoiceIds: [abroad.invoices.at(-1)!.id],
    amount: '',
    rightAmount: '',
  };
  await say(abroad, new ContestInvoices(), { ...contested, note: 'Sono arrivati otto cartoni invece di dieci.', files: [] });

  // Twenty months, more than any mandate allows: one for the manager, one for Maison Ardelune, which decides itself.
  const asks: ReadonlyArray<readonly [string, string]> = [
    ['Voltessence', 'Mes revenus ne me permettent pas plus chaque mois.'],
    ['Maison Ardelune', 'Notre saison reprend en avril, nous soldons avant l’été.'],
  ];
  for (const [name, reason] of asks) {
    const theCase = next((one) => one.client.name === name && one.debtor.language === 'fr' && owed(one, today) > 40_000);
    await say(theCase, new OfferPlan(), {
      caseId: theCase.id,
      amount: toDecimal(BigInt(Math.ceil(owed(theCase, today) / 20))),
      firstDueOn: isoDay(today + 12),
      frequency: 'monthly',
    });
    await say(theCase, new RequestPlan(), { caseId: theCase.id, reason });
  }
  await askColleagues(database, performer, clock, today, next);
}

/** What collectors asked a manager for: a plan longer than the mandate lets them, and what was paid twice to go back. */
async function askColleagues(
  database: Database,
  performer: Performer,
  clock: SetClock,
  today: number,
  next: (fits: Fits) => DemoCase,
): Promise<void> {
  const staff = await database.outsideClients((db) =>
    db.rows<{ id: string; name: string; role: 'collector' | 'accountant' }>(
      `select distinct on (role) id, name, role from staff_users where role in ('collector', 'accountant') and language = 'fr' order by role, name`,
    ),
  );
  const as = (wanted: 'collector' | 'accountant'): RequestContext => {
    const { id, name, role } = staff.find((one) => one.role === wanted)!;
    clock.advance({ minutes: 4 });
    return new RequestContext('agency', { kind: 'staff', id, name, role, portfolio: 'all' }, 'fr');
  };
  const long = next((one) => one.client.name === 'Voltessence' && owed(one, today) > 60_000);
  await performer.perform(as('collector'), long.client.id, new ProposePlan(), {
    caseId: long.id,
    instalments: 18,
    firstDueOn: isoDay(today + 20),
    frequency: 'monthly',
    rounding: 'LAST',
    reason: 'Appel de ce matin : il reprend un emploi le mois prochain et tient à tout payer.',
  });
  const twice = next((one) => one.client.name === 'Voltessence' && owed(one, today) > 22_000);
  const sum = BigInt(owed(twice, today));
  for (const [amount, day] of [
    [sum, today - 6],
    [sum, today - 1],
  ] as const)
    await performer.perform(as('accountant'), twice.client.id, new RecordTransfer(), {
      caseId: twice.id,
      amount: toDecimal(amount),
      receivedOn: isoDay(day),
      bankReference: `VIR ${twice.reference} ${isoDay(day)}`,
      direct: false,
    });
  await performer.perform(as('collector'), twice.client.id, new AskRefund(), {
    caseId: twice.id,
    amount: toDecimal(sum),
    reason: 'Le service comptable a viré deux fois la même facture.',
  });
}

const isPlain: Fits = ({ plan, dispute, promise, hold, gaveUp }) => !plan && !dispute && !promise && !hold && !gaveUp;
