import type { DebtorLanguage } from '@amiable/identity';
import type { DemoClient } from './clients';
import { isoDay } from './days';
import type { Dice } from './dice';
import { siren } from './identifiers';
import type { DemoDebtor, DemoInvoice } from './portfolio.types';

interface AccountPlot {
  readonly client: string;
  readonly name: string;
  readonly reference: string;
  readonly email: string;
  readonly phone: string;
  readonly address: readonly [line: string, postcode: string, city: string, country: string];
  readonly language: DebtorLanguage;
  readonly invoices: number;
  /** Cents. */
  readonly amounts: readonly [least: number, most: number];
}

/** Debtors whose page is worth a look: one with some three hundred invoices handed over by one file, one in German, one in Italian. */
const plots: readonly AccountPlot[] = [
  {
    client: 'Kinoa Fournitures',
    name: 'Groupe scolaire Montverdier SAS',
    reference: 'C9001',
    email: 'compta.fournisseurs@groupe-montverdier.example',
    phone: '+33 4 99 20 41 18',
    address: ['3 avenue des Écoles', '69003', 'Lyon', 'FR'],
    language: 'fr',
    invoices: 300,
    amounts: [2_500, 64_000],
  },
  {
    client: 'Maison Ardelune',
    name: 'Hotel Seeblick GmbH',
    reference: 'C9002',
    email: 'buchhaltung@hotel-seeblick.example',
    phone: '+49 30 23125 014',
    address: ['Uferpromenade 7', '88131', 'Lindau', 'DE'],
    language: 'de',
    invoices: 4,
    amounts: [38_000, 260_000],
  },
  {
    client: 'Brume & Sel',
    name: 'Osteria Fiordaliso Srl',
    reference: 'C9003',
    email: 'amministrazione@osteria-fiordaliso.example',
    phone: '+39 06 6982 0147',
    address: ['Via dei Coronari 61', '00186', 'Roma', 'IT'],
    language: 'it',
    invoices: 3,
    amounts: [24_000, 140_000],
  },
];

/** These debtors with their invoices, all handed over on one day, a few of many paid since. */
export function namedAccounts(
  dice: Dice,
  today: number,
  clients: readonly DemoClient[],
  nextNumber: (clientId: string) => number,
): ReadonlyArray<readonly [debtor: DemoDebtor, invoices: DemoInvoice[]]> {
  return plots.map((plot) => {
    const client = clients.find(({ name }) => name === plot.client)!;
    const { name, reference, email, phone, address, language } = plot;
    const isFrench = language === 'fr';
    const debtor: DemoDebtor = {
      ...{ client, name, reference, email, phone, address, language },
      id: dice.id(today - 700),
      kind: 'company',
      siren: isFrench ? siren('51290338') : null,
      temper: 'late',
    };
    return [debtor, Array.from({ length: plot.invoices }, (_, i) => invoiceOf(dice, today, debtor, plot, i, nextNumber(client.id)))];
  });
}

function invoiceOf(dice: Dice, today: number, debtor: DemoDebtor, plot: AccountPlot, i: number, number: number): DemoInvoice {
  const { client } = debtor;
  const [least, most] = plot.amounts;
  const placed = today - 24;
  const issued = placed - client.termDays - 100 + Math.floor((i * 85) / plot.invoices);
  const invoice: DemoInvoice = {
    id: dice.id(issued),
    debtor,
    number: `${client.slug.slice(0, 1).toUpperCase()}${isoDay(issued).slice(2, 4)}-${String(number).padStart(5, '0')}`,
    issued,
    due: issued + client.termDays,
    minor: dice.whole(least, most),
    description: dice.pick(client.sells),
    placed,
    pays: [],
  };
  if (i % 15 === 4) invoice.pays = [{ day: placed + 6, minor: invoice.minor, invoice, method: 'transfer' }];
  return invoice;
}
