import { castClients, type DemoClient } from './clients';
import { workingDay } from './days';
import type { Dice } from './dice';
import { dispute, emptyPromise, keptPromise, plan } from './events';
import { namedAccounts } from './named-accounts';
import { openCases, owed } from './open-cases';
import { billDebtor, meetDebtors } from './portfolio';
import type { DemoCase, DemoDebtor, DemoInvoice, Pay } from './portfolio.types';
import { walkSteps } from './walk-steps';

/** The whole invented history, before a row of it is written. */
export interface Story {
  readonly clients: readonly DemoClient[];
  readonly debtors: readonly DemoDebtor[];
  readonly invoices: readonly DemoInvoice[];
  readonly cases: readonly DemoCase[];
}

const holds = [
  'En attente du justificatif demandé au client',
  'Coordonnées bancaires en cours de vérification',
  'Réponse du service comptable attendue',
  'Dossier repris par la direction du client',
];

/** Tells two years up to `today`; the same dice tell the same story. */
export function tellStory(dice: Dice, today: number): Story {
  const clients = castClients(dice, today);
  const debtors = clients.flatMap((client, i) => meetDebtors(dice, today, client, i));
  const numbers = new Map(clients.map((client) => [client.id, 0]));
  const nextNumber = (id: string) => () => {
    numbers.set(id, numbers.get(id)! + dice.whole(1, 3));
    return numbers.get(id)!;
  };
  const invoices: DemoInvoice[] = [];
  const cases: DemoCase[] = [];
  for (const debtor of debtors) {
    const own = billDebtor(dice, today, debtor, nextNumber(debtor.client.id));
    invoices.push(...own);
    cases.push(...openCases(dice, today, own));
  }
  bringEvents(dice, today, cases);
  for (const [debtor, own] of namedAccounts(dice, today, clients, (id) => nextNumber(id)())) {
    debtors.push(debtor);
    invoices.push(...own);
    cases.push(...openCases(dice, today, own));
  }
  for (const theCase of cases) walkSteps(dice, today, theCase);
  return { clients, debtors, invoices, cases };
}

/** Deals out what makes a portfolio lively: plans, disputes, promises, holds, cases given up, money of today. */
function bringEvents(dice: Dice, today: number, cases: DemoCase[]): void {
  const lastOf = new Map(cases.map((theCase) => [theCase.debtor.id, theCase]));
  const plain = (theCase: DemoCase) => !theCase.plan && !theCase.dispute && !theCase.promise && !theCase.hold && !theCase.gaveUp;
  const open = () => cases.filter((theCase) => owed(theCase, today) > 0 && lastOf.get(theCase.debtor.id) === theCase && plain(theCase));
  /** Tries a deed on ever other cases until it worked so many times. */
  const deal = (candidates: DemoCase[], times: number, deed: (theCase: DemoCase, done: number) => boolean) => {
    let done = 0;
    for (const theCase of shuffled(dice, candidates)) {
      if (done === times) return;
      if (deed(theCase, done)) done += 1;
    }
  };

  const schedules = [
    [3, 3, 1],
    [4, 4, 2],
    [3, 4, 3],
    [4, 2, 2],
    [6, 3, 3],
    [3, 1, 1],
    [4, 3, 3],
    [4, 1, 1],
    [4, 0, 0],
  ] as const;
  deal(
    open().sort((a, b) => a.opened - b.opened),
    schedules.length,
    (theCase, i) => plan(dice, today, theCase, schedules[i]![0], schedules[i]![1], schedules[i]![2]),
  );
  deal(open(), 9, (theCase) => dispute(dice, today, theCase, true));
  deal(cases.filter(plain), 34, (theCase) => dispute(dice, today, theCase, false));
  // Due today, tomorrow, ..., and passed: one broken yesterday, some long ago.
  const dues = [0, 0, 0, 1, 2, 2, 4, 5, 7, 9, 12, 15, -4, -4, -3, -6, -11, -16, -24, -38, -55, -80];
  deal(open(), dues.length, (theCase, i) =>
    emptyPromise(dice, theCase, dues[i]! > 0 ? workingDay(today + dues[i]!) : today + dues[i]!, today),
  );
  for (const theCase of cases) if (plain(theCase) && dice.chance(0.3)) keptPromise(dice, theCase);
  deal(open(), 7, (theCase) => {
    const from = today - dice.whole(1, 9);
    if (from <= theCase.opened) return false;
    theCase.hold = { from, until: workingDay(today + dice.whole(2, 16)), reason: dice.pick(holds) };
    return true;
  });
  for (const theCase of open()) {
    const day = theCase.opened + dice.whole(110, 170);
    if (
      day < today - 2 &&
      dice.chance(0.8) &&
      !theCase.pays.some((pay) => pay.day > day) &&
      theCase.invoices.every((invoice) => invoice.placed! < day)
    )
      theCase.gaveUp = { day, reason: dice.chance(0.4) ? 'withdrawn' : 'uncollectible' };
  }
  payToday(dice, today, open(), deal);
  takeBack(
    today,
    cases.filter((theCase) => theCase.client.settlement === 'trust' && lastOf.get(theCase.debtor.id) === theCase && plain(theCase)),
  );
}

/** Something came in this morning, yesterday and this week. */
function payToday(
  dice: Dice,
  today: number,
  open: DemoCase[],
  deal: (candidates: DemoCase[], times: number, deed: (theCase: DemoCase, done: number) => boolean) => void,
): void {
  const days = [0, 0, 0, 0, -1, -1, -2, -3, -4, -5];
  deal(
    open.filter((theCase) => theCase.client.settlement === 'trust'),
    days.length,
    (theCase, i) => {
      const day = today + days[i]!;
      const invoice = theCase.invoices[0]!;
      if (day <= theCase.opened + 1 || invoice.pays.length > 0) return false;
      invoice.pays = [
        { day, minor: i % 4 === 3 ? Math.round(invoice.minor / 2) : invoice.minor, invoice, method: i % 3 === 2 ? 'transfer' : 'card' },
      ];
      theCase.pays = theCase.invoices.flatMap((one) => one.pays);
      return true;
    },
  );
}

/** One payment too high, given back; one contested at the bank, so that its case opens again. */
function takeBack(today: number, closed: DemoCase[]): void {
  const byCard = closed.filter(
    (theCase) =>
      owed(theCase, today) === 0 && theCase.pays.length === 1 && theCase.pays[0]!.method === 'card' && theCase.pays[0]!.day < today - 20,
  );
  const [refunded, contested] = byCard.slice(-2);
  if (!refunded || !contested) return;
  const first = refunded.pays[0]!;
  const more: Pay = { ...first, minor: first.minor + 5000 };
  refunded.pays = [more, { day: first.day + 4, minor: -5000, invoice: null, method: 'card', reverses: { pay: more, kind: 'refund' } }];
  const paid = contested.pays[0]!;
  contested.pays = [
    paid,
    {
      day: Math.max(paid.day + 9, today - 9),
      minor: -paid.minor,
      invoice: null,
      method: 'card',
      reverses: { pay: paid, kind: 'chargeback' },
    },
  ];
}

function shuffled<T>(dice: Dice, list: readonly T[]): T[] {
  return list
    .map((one) => [dice.next(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
