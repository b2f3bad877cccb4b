import { RequestContext } from '@amiable/platform';
import type { Cast, TestDatabase } from '@amiable/testing';
import '../case/case.abilities';
import { ImportInvoices, type ImportMode, type ImportReport } from './import-invoices';

const header = 'N° facture;Code client;Raison sociale;Date facture;Échéance;Montant TTC;Déjà réglé;Réglée le;Litige;Email';

/** A file of lines under a French header. */
export function fileOf(clientId: string, ...lines: string[]) {
  const bytes = Buffer.from(`${[header, ...lines].join('\n')}\n`);
  return {
    clientId,
    filename: 'factures.csv',
    source: async function* () {
      yield bytes;
    },
  };
}

/** Imports as Nadia, the manager, and looks at what stands there afterwards, as the owner of the schema. */
export function importDesk(test: TestDatabase, cast: Cast, clientId = cast.a.id) {
  const imports = new ImportInvoices(test.database);
  const ctx = new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.manager.id, name: cast.staff.manager.name, role: 'manager', portfolio: 'all' },
    'fr',
  );
  const one = async (sql: string, ...params: unknown[]) => (await test.owner(sql, params))[0];
  return {
    imports,
    ctx,
    place: (lines: string[], mode: ImportMode = 'all_or_nothing'): Promise<ImportReport> =>
      imports.importFromFile(ctx, fileOf(clientId, ...lines), mode),
    preview: (...lines: string[]) => imports.preview(ctx, fileOf(clientId, ...lines)),
    invoice: (number: string) =>
      one(
        `select i.*, c.state as case_state, c.open_minor as case_open from invoices i left join cases c on c.client_id = i.client_id and c.id = i.case_id where i.client_id = $1 and i.number = $2`,
        clientId,
        number,
      ),
    casesOf: (debtor: string) =>
      test.owner(
        `select c.* from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = $1 and d.reference = $2 order by c.created_at, c.id`,
        [clientId, debtor],
      ),
    story: async (debtor: string) =>
      (
        await test.owner(
          `select t.kind, t.facts from timeline_events t join cases c on c.client_id = t.client_id and c.id = t.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
        where d.client_id = $1 and d.reference = $2 order by t.at, t.id`,
          [clientId, debtor],
        )
      ).map(({ kind, facts }) => ({ kind, facts })),
    /** Everything but the imports themselves: a figure per table of one client. */
    figures: (id = clientId) =>
      one(
        `select (select row(count(*), sum(hashtext(d::text))) from debtors d where client_id = $1) as debtors, (select row(count(*), sum(hashtext(c::text))) from cases c where client_id = $1) as cases,
         (select row(count(*), sum(hashtext(i::text))) from invoices i where client_id = $1) as invoices, (select count(*) from allocations where client_id = $1) as allocations,
         (select count(*) from disputes where client_id = $1) as disputes, (select count(*) from timeline_events where client_id = $1) as events,
         (select count(*) from work_items where client_id = $1) as work, (select count(*) from outbox where client_id = $1) as effects`,
        id,
      ),
  };
}
