import { ImportInvoices } from '@amiable/cases';
import { toDecimal, type SetClock } from '@amiable/kernel';
import { RequestContext, type Database } from '@amiable/platform';
import type { DemoClient } from './clients';
import { isoDay } from './days';
import type { Dice } from './dice';
import { owed } from './open-cases';
import type { DemoInvoice } from './portfolio.types';
import type { Story } from './tell-story';

/** Two real files through the real import: one placed yesterday with two lines left out, one that waits for a decision. */
export async function importFiles(database: Database, clock: SetClock, dice: Dice, today: number, story: Story): Promise<void> {
  const [yesterdays, todays] = story.clients as [DemoClient, DemoClient];
  const ctx = await adminOf(database);
  const importing = new ImportInvoices(database);
  clock.set(isoDay(today - 1), '17:20');
  await importing.importFromFile(ctx, fileOf(dice, today, story, yesterdays, `export-ventes-${isoDay(today - 1)}.csv`), 'good_lines');
  clock.set(isoDay(today), '07:50');
  await importing.preview(ctx, fileOf(dice, today, story, todays, `factures_${isoDay(today).replaceAll('-', '')}.csv`));
}

function fileOf(dice: Dice, today: number, { cases, invoices }: Story, client: DemoClient, filename: string) {
  const own = (invoice: DemoInvoice) => invoice.debtor.client === client;
  const known = invoices.filter((invoice) => own(invoice) && invoice.pays.length === 0).slice(-9);
  const open = cases
    .filter(
      (theCase) =>
        theCase.client === client &&
        owed(theCase, today) > 0 &&
        !theCase.gaveUp &&
        !theCase.plan &&
        !theCase.hold &&
        !theCase.dispute &&
        !theCase.promise,
    )
    .slice(-4);
  const line = (invoice: DemoInvoice) => [
    invoice.number,
    invoice.debtor.reference,
    invoice.debtor.name,
    french(isoDay(invoice.issued)),
    french(isoDay(invoice.due)),
    toDecimal(BigInt(invoice.minor)).replace('.', ','),
  ];
  const added = open.map(({ debtor }, i) => [
    `${client.slug.slice(0, 1).toUpperCase()}${isoDay(today).slice(2, 4)}-9${String(dice.whole(1000, 9999))}`,
    debtor.reference,
    debtor.name,
    french(isoDay(today - 34 - i)),
    french(isoDay(today - 4 - i)),
    `${dice.whole(80, 900)},${dice.digits(2)}`,
  ]);
  const wrong = [
    ['X-0001', 'C0001', 'Menuiserie du Lac', '31/02/2026', french(isoDay(today)), '412,50'],
    ['X-0002', 'C0002', 'Café des Arts', french(isoDay(today - 30)), french(isoDay(today)), 'voir avoir'],
  ];
  const rows = [
    ['Numéro de facture', 'Code client', 'Nom du client', 'Date de facture', "Date d'échéance", 'Montant TTC'],
    ...known.map(line),
    ...added,
    ...wrong,
  ];
  const bytes = Buffer.from(`\ufeff${rows.map((cells) => cells.join(';')).join('\r\n')}\r\n`);
  return {
    clientId: client.id,
    filename,
    source: async function* () {
      yield bytes;
    },
  };
}

const french = (day: string) => day.split('-').reverse().join('/');

async function adminOf(database: Database): Promise<RequestContext> {
  const found = await database.outsideClients((db) =>
    db.row<{ id: string; name: string }>(`select id, name from staff_users where role = 'admin'`),
  );
  return new RequestContext('agency', { kind: 'staff', id: found!.id, name: found!.name, role: 'admin', portfolio: 'all' }, 'fr');
}
