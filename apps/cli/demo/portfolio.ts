import type { DemoClient } from './clients';
import { isoDay } from './days';
import type { Dice } from './dice';
import { siren } from './identifiers';
import { abroad, firstNames, lastNames, legalForms, plain, streets, towns, tradeNames, trades } from './names';
import type { DemoDebtor, DemoInvoice, Method, Pay, Temper } from './portfolio.types';

const historyDays = 725;

/** The debtors of a client: companies and persons, a few abroad, a few without e-mail. */
export function meetDebtors(dice: Dice, today: number, client: DemoClient, clientIndex: number): DemoDebtor[] {
  return Array.from({ length: client.debtors }, (_, i) => {
    const foreign = i % 40 === 7 ? abroad[(clientIndex * 2 + Math.floor(i / 40)) % abroad.length] : undefined;
    const kind = foreign?.[1] ?? (dice.chance(client.persons) ? 'person' : 'company');
    const [first, last] = [dice.pick(firstNames), dice.pick(lastNames)];
    const name =
      foreign?.[0] ??
      (kind === 'person'
        ? `${first} ${last}`
        : `${dice.pick(trades)} ${dice.chance(0.25) ? last : dice.pick(tradeNames)} ${dice.pick(legalForms)}`);
    const [postcode, city] = dice.pick(towns);
    return {
      id: dice.id(today - historyDays),
      client,
      kind,
      name,
      reference: `C${String(1000 + i * 7 + dice.whole(0, 6))}`,
      siren: kind === 'company' && !foreign ? siren(String(dice.whole(40, 92)) + dice.digits(6)) : null,
      email: dice.chance(0.07)
        ? null
        : `${kind === 'person' ? plain(name).replace('-', '.') : 'compta'}@${kind === 'person' ? 'courriel' : plain(name)}.example`,
      phone: dice.chance(0.1)
        ? null
        : `+33 ${kind === 'person' ? 6 : 4} 99 ${dice.whole(10, 99)} ${dice.whole(10, 99)} ${dice.whole(10, 99)}`,
      address: foreign
        ? [foreign[2], foreign[3], foreign[4], foreign[5]]
        : [`${dice.whole(1, 120)} ${dice.pick(streets)}`, postcode, city, 'FR'],
      language: foreign?.[6] ?? 'fr',
      temper: dice.weighted<Temper>([
        ['prompt', 30],
        ['slow', 27],
        ['late', 25],
        ['bad', 18],
      ]),
    };
  });
}

/** How many days after the due date they pay, and how often wholly, in two parts, or (the rest) never. */
const tempers: Record<Temper, { delay: readonly [number, number]; wholly: number; inParts: number }> = {
  prompt: { delay: [-5, 4], wholly: 0.99, inParts: 0 },
  slow: { delay: [5, 30], wholly: 0.95, inParts: 0.03 },
  late: { delay: [18, 95], wholly: 0.78, inParts: 0.1 },
  bad: { delay: [45, 210], wholly: 0.34, inParts: 0.18 },
};

/** The invoices of a debtor over two years, with the day each was handed over and the money that came. */
export function billDebtor(dice: Dice, today: number, debtor: DemoDebtor, nextNumber: () => number): DemoInvoice[] {
  const { client } = debtor;
  const count = dice.weighted([
    [1, 14],
    [2, 14],
    [3, 14],
    [4, 14],
    [6, 16],
    [8, 14],
    [10, 11],
    [14, 7],
  ]);
  const issuedDays = Array.from(
    { length: count },
    () => today - (dice.chance(0.4) ? dice.whole(2, 120) : dice.whole(2, historyDays - 30)),
  ).sort((a, b) => a - b);
  return issuedDays.map((issued) => {
    const due = issued + client.termDays;
    const [least, most] = client.amounts;
    const scale = debtor.kind === 'company' && client.persons > 0.3 ? 2.5 : 1;
    const invoice: DemoInvoice = {
      id: dice.id(issued),
      debtor,
      number: `${client.slug.slice(0, 1).toUpperCase()}${isoDay(issued).slice(2, 4)}-${String(nextNumber()).padStart(5, '0')}`,
      issued,
      due,
      minor: Math.round((least + (most - least) * dice.next() ** 3) * scale * 100),
      description: dice.pick(client.sells),
      placed: null,
      pays: [],
    };
    invoice.placed = placing(dice, today, client, due);
    invoice.pays = paying(dice, today, invoice);
    return invoice;
  });
}

/** Under its own name a client also hands over what is not due yet: the first reminder comes before the day. */
function placing(dice: Dice, today: number, client: DemoClient, due: number): number | null {
  const before = client.hat === 'client_name' && due > today - 60 && dice.chance(0.45);
  const placed = before ? due - 9 : due + client.placesAfterDays + dice.whole(0, 5);
  return placed <= today - 1 ? placed : null;
}

function paying(dice: Dice, today: number, invoice: DemoInvoice): Pay[] {
  const { client, temper } = invoice.debtor;
  const { delay, wholly, inParts } = tempers[temper];
  const day = invoice.due + dice.whole(...delay);
  const method = dice.weighted<Method>(
    client.settlement === 'direct'
      ? [['direct', 1]]
      : client.hat === 'agency'
        ? [
            ['transfer', 60],
            ['card', 35],
            ['cheque', 5],
          ]
        : [
            ['card', 58],
            ['transfer', 27],
            ['sepa_debit', 13],
            ['cheque', 2],
          ],
  );
  const fate = dice.next();
  const half = Math.round(invoice.minor * (0.3 + dice.next() * 0.4));
  const pays: Pay[] =
    fate < wholly
      ? [{ day, minor: invoice.minor, invoice, method }]
      : fate < wholly + inParts
        ? [
            { day, minor: half, invoice, method },
            { day: day + dice.whole(20, 60), minor: invoice.minor - half, invoice, method },
          ]
        : [];
  return pays.filter((pay) => pay.day <= today);
}

/** What of an invoice is unpaid at the end of a day. */
export function unpaid(invoice: DemoInvoice, day: number): number {
  return invoice.minor - invoice.pays.reduce((sum, pay) => (pay.day <= day ? sum + pay.minor : sum), 0);
}
