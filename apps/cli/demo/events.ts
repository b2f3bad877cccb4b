import type { Dice } from './dice';
import { owed } from './open-cases';
import type { DemoCase, DemoDispute, DemoPromise } from './portfolio.types';

const objections: ReadonlyArray<readonly [DemoDispute['reason'], string]> = [
  ['defective', 'Deux articles arrivés cassés, photos envoyées le jour même.'],
  ['wrong_amount', 'Le devis signé indiquait un autre montant.'],
  ['not_received', 'La livraison n’est jamais arrivée à notre adresse.'],
  ['already_paid', 'Réglé par virement, le relevé bancaire est joint.'],
  ['other', 'Le contrat a été résilié avant cette période.'],
];

/** A dispute on one invoice: answered by the client within two weeks, or still waiting for its answer. */
export function dispute(dice: Dice, today: number, theCase: DemoCase, waiting: boolean): boolean {
  const invoice = theCase.invoices.at(-1)!;
  const opened = waiting ? today - dice.whole(1, 12) : invoice.placed! + dice.whole(3, 18);
  const closed = waiting ? null : opened + dice.whole(3, 13);
  if (opened <= invoice.placed! || (closed ?? opened) >= today || invoice.pays.some((pay) => pay.day <= (closed ?? today) + 1))
    return false;
  const [reason, note] = dice.pick(objections);
  const upheld = !waiting && dice.chance(0.4);
  const base = upheld ? (invoice.pays.at(-1)?.minor ?? invoice.minor) : invoice.minor; // a credit goes off the last money that came
  const minor = waiting && dice.chance(0.5) ? invoice.minor : Math.round(base * (0.2 + dice.next() * 0.4));
  theCase.dispute = {
    id: dice.id(opened),
    invoice,
    reason,
    note,
    minor,
    opened,
    closed,
    upheld,
    openedBy: dice.chance(0.6) ? 'debtor' : 'staff',
    answer: closed === null ? null : upheld ? 'Avoir accordé après vérification.' : 'Bon de livraison signé transmis : la facture est due.',
  };
  if (upheld) creditPart(theCase, minor);
  return true;
}

/** What the client gave up is not paid. */
function creditPart(theCase: DemoCase, minor: number): void {
  const { invoice } = theCase.dispute!;
  const last = invoice.pays.at(-1);
  if (!last) return;
  invoice.pays = [...invoice.pays.slice(0, -1), { ...last, minor: last.minor - minor }];
  theCase.pays = theCase.invoices.flatMap((one) => one.pays);
}

/** A promise that money followed: made some days before it came. */
export function keptPromise(dice: Dice, theCase: DemoCase): void {
  const pay = theCase.pays.find((one) => one.day >= theCase.opened + 12);
  if (!pay) return;
  const made = pay.day - dice.whole(3, 9);
  promise(dice, theCase, { made, due: pay.day + dice.whole(0, 2), minor: pay.minor });
}

/** A promise for a day on which nothing comes: broken when the day has passed, open until then. */
export function emptyPromise(dice: Dice, theCase: DemoCase, due: number, today: number): boolean {
  const made = Math.min(due - dice.whole(4, 14), today - 1);
  if (made < theCase.opened + 2 || theCase.pays.some((pay) => pay.day >= made && pay.day <= due + 2)) return false;
  const minor = owed(theCase, made);
  if (minor <= 0) return false;
  promise(dice, theCase, {
    made,
    due,
    minor: dice.chance(0.6)
      ? minor
      : Math.max(1000, Math.round(minor / 2000) * 1000) > minor
        ? minor
        : Math.max(1000, Math.round(minor / 2000) * 1000),
  });
  return true;
}

function promise(dice: Dice, theCase: DemoCase, { made, due, minor }: Pick<DemoPromise, 'made' | 'due' | 'minor'>): void {
  theCase.promise = { id: dice.id(made), made, due, minor, madeBy: dice.chance(0.35) ? 'debtor' : 'staff' };
}

/** An agreed schedule of the whole balance, paid by card on its days; a broken one stops after some instalments. */
export function plan(
  dice: Dice,
  today: number,
  theCase: DemoCase,
  months: number,
  startedMonthsAgo: number,
  paidInstalments: number,
): boolean {
  const agreed = today - startedMonthsAgo * 30 - 3; // the next instalment falls due in two days
  if (agreed < theCase.opened + 3 || theCase.invoices.some((invoice) => invoice.placed! > agreed || invoice.pays.length > 0)) return false;
  const minor = owed(theCase, agreed);
  if (minor / months < 2000 || months > theCase.client.longestPlanMonths) return false;
  const part = Math.floor(minor / months);
  const instalments = Array.from({ length: months }, (_, i) => ({
    number: i + 1,
    due: agreed + 5 + i * 30,
    minor: i === months - 1 ? minor - part * (months - 1) : part,
  }));
  theCase.plan = { id: dice.id(agreed), agreed, minor, instalments };
  const method = theCase.client.settlement === 'direct' ? 'direct' : 'card';
  theCase.pays = instalments
    .slice(0, paidInstalments)
    .map((one) => ({ day: one.due + dice.whole(0, 1), minor: one.minor, invoice: null, method }));
  return true;
}
