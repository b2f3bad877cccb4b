import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ImportInvoices } from '@amiable/cases';
import { RequestContext } from '@amiable/platform';
import { from as copyFrom } from 'pg-copy-streams';
import { within, type Measure, type RowTask } from '../bench.types';
import { clientCount, collectorId } from '../portfolio';
import { openDatabase, openPool, peakMb, timed } from '../tools';

const invoicesPerCase = 3;
const header = 'N° facture;Code client;Raison sociale;Date facture;Échéance;Montant TTC;Email;Téléphone;Adresse;Code postal;Ville';
/** Clients of the portfolio that have no case yet. */
const freshClient = (n: number): string => `0199a000-0000-7000-8000-${String(clientCount + 1 + n).padStart(12, '0')}`;

/** A file of new invoices of new debtors, three to a case, from CSV to open cases; the limit is COPY and sets written by hand. */
export async function importFile({ rows }: RowTask): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'amiable-bench-'));
  const database = openDatabase();
  const ctx = new RequestContext(
    'agency',
    { kind: 'staff', id: collectorId(0), name: 'Collector', role: 'manager', portfolio: 'all' },
    'fr',
  );
  const imports = new ImportInvoices(database);
  const rounds = rows > 200_000 ? 1 : 2;
  const ours: number[] = [];
  const limit: number[] = [];
  let rssMb = 0;
  let cpuMs = 0;
  try {
    const file = join(folder, 'invoices.csv');
    await pipeline(Readable.from(csvLines(rows)), createWriteStream(file));
    for (let round = 0; round < rounds; round++) {
      const before = process.cpuUsage();
      ours.push(
        await timed(async () => {
          const report = await imports.importFromFile(
            ctx,
            { clientId: freshClient(round), filename: 'invoices.csv', source: () => createReadStream(file) },
            'all_or_nothing',
          );
          if (report.counts.new !== rows) throw new Error(`imported ${JSON.stringify(report.counts)}`);
        }),
      );
      const spent = process.cpuUsage(before);
      cpuMs = (spent.user + spent.system) / 1_000;
      if (round === 0) rssMb = peakMb(); // before the limit adds its own
      limit.push(await byHand(freshClient(3 + round), rows));
    }
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
  const seconds = Math.min(...ours) / 1_000;
  const measure = {
    row: 'import, invoices from CSV',
    ours: rows / seconds,
    limit: (rows / Math.min(...limit)) * 1_000,
    unit: 'rows/s',
    better: 'more' as const,
  };
  return [
    {
      ...measure,
      rssMb,
      cost: seconds,
      size: rows,
      growth: 1.05,
      goals: [
        within(1.3, measure),
        { text: '>= 25000 rows/s', met: measure.ours >= 25_000 },
        { text: 'memory < 400 MB', met: rssMb < 400 },
      ],
      note: `${rows.toLocaleString('en-GB')} rows, ${Math.ceil(rows / invoicesPerCase).toLocaleString('en-GB')} cases; Node CPU ${(cpuMs / 1_000).toFixed(1)} s`,
    },
  ];
}

function* csvLines(rows: number): Generator<string> {
  let text = `${header}\n`;
  for (let n = 0; n < rows; n++) {
    const debtor = Math.floor(n / invoicesPerCase);
    const cents = 1_000 + ((n * 7_919) % 500_000);
    text += `IMP-${n};C${debtor};Société Exemple ${debtor};${french(n % 28)}/03/2026;${french(n % 28)}/04/2026;${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')};compta${debtor}@exemple.example;04 78 00 00 00;${debtor} rue des Lilas;69003;Lyon\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield text;
}

const french = (day: number): string => String(day + 1).padStart(2, '0');

/** The lines as somebody would send them who has already read, understood and validated the file. */
function* stagedLines(rows: number): Generator<string> {
  let text = '';
  for (let n = 0; n < rows; n++) {
    const debtor = Math.floor(n / invoicesPerCase);
    const day = french(n % 28);
    text += `IMP-${n}\tC${debtor}\tSociété Exemple ${debtor}\t2026-03-${day}\t2026-04-${day}\t${1_000 + ((n * 7_919) % 500_000)}\tcompta${debtor}@exemple.example\t+33478000000\t${debtor} rue des Lilas\t69003\tLyon\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** COPY and four statements in one transaction, as the same role behind the same wall, with the same triggers and indexes. */
async function byHand(clientId: string, rows: number): Promise<number> {
  const pool = openPool('amiable_tenant', 1);
  const client = await pool.connect();
  try {
    await client.query(`set work_mem = '64MB'; set temp_buffers = '32MB'`);
    return await timed(async () => {
      await client.query(`begin`);
      await client.query(`select set_config('app.client', $1, true)`, [clientId]);
      await client.query(
        `create temp table lines (number text, ref text, name text, issued_on date, due_on date, minor bigint, email text, phone text, address text, postcode text, city text) on commit drop`,
      );
      await pipeline(Readable.from(stagedLines(rows)), client.query(copyFrom(`copy lines from stdin`)));
      await client.query(`analyze lines`);
      await client.query(`create temp table owing on commit drop as
        select distinct on (ref) ref, uuidv7() as debtor_id, uuidv7() as case_id, name, email, phone, address, postcode, city, min(due_on) over (partition by ref) as oldest from lines order by ref`);
      await client.query(`analyze owing`);
      await client.query(
        `insert into debtors (client_id, id, reference, kind, name, email, phone, address_line, postcode, city)
        select $1, debtor_id, ref, 'company', name, email, phone, address, postcode, city from owing`,
        [clientId],
      );
      await client.query(
        `insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, currency, fee_percent, opened_on)
        select $1, case_id, ref, debtor_id, $1, $1, 'client_name', 'open', 'EUR', 10, current_date from owing`,
        [clientId],
      );
      await client.query(
        `insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, currency)
        select $1, uuidv7(), l.number, o.debtor_id, o.case_id, 'invoice', l.issued_on, l.due_on, l.minor, 'EUR' from lines l join owing o using (ref)`,
        [clientId],
      );
      await client.query(
        `insert into work_items (client_id, case_id, queue, ready, due_on, why, score)
        select $1, case_id, 'amicable', false, current_date + 22, 'new_case', 0 from owing`,
        [clientId],
      );
      await client.query(
        `insert into timeline_events (client_id, case_id, kind, at, actor_kind) select $1, case_id, kind, now(), 'system' from owing, (values ('case.opened'), ('import.placed')) k(kind)`,
        [clientId],
      );
      await client.query(`commit`);
    });
  } finally {
    client.release();
    await pool.end();
  }
}
