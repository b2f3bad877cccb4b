import type pg from 'pg';
import { below, type Measure, type RowTask } from '../bench.types';
import { searchDocument } from '../documents';
import { GraphqlClient } from '../graphql-client';
import { openPool, peakMb, percentile, timed } from '../tools';

const samples = 12;

interface Sample {
  readonly name: string;
  readonly city: string;
  readonly phone: string;
  readonly email: string | null;
  readonly reference: string;
  readonly number: string;
  readonly amount: string;
}

/** What a collector types to find the one who calls: each kind for debtors drawn all over the portfolio. */
const kinds: Readonly<Record<string, (sample: Sample, n: number) => string>> = {
  name: ({ name }) => name,
  'surname alone': ({ name }) => name.split(' ')[1]!,
  'surname begun': ({ name }) => name.split(' ')[1]!.slice(0, 4),
  'name misspelt': ({ name }, n) => misspelt(name, n),
  'name and town': ({ name, city }) => `${name.split(' ')[1]} ${city}`,
  town: ({ city }) => city,
  phone: ({ phone }) => phone.replace('+33 ', '0'),
  'invoice number': ({ number }) => number.toLowerCase(),
  'end of a number': ({ number }) => number.slice(3),
  amount: ({ amount }) => amount,
  reference: ({ reference }) => reference,
  'not there': (_, n) => `nowhere to be found ${n}`,
};

/** Everything that a search is asked for, through GraphQL; the limit is one bare look-up of the exact words in the index, without wall, rank or mistakes. */
export async function search({ full }: RowTask): Promise<Measure[]> {
  const pool = openPool();
  const client = await GraphqlClient.open();
  const drawn = await drawSamples(pool);
  const all: number[] = [];
  const limit: number[] = [];
  const slowest: Measure[] = [];
  for (const [kind, textOf] of Object.entries(kinds)) {
    const ours: number[] = [];
    for (let round = 0; round < 3; round++)
      for (const [n, sample] of drawn.entries()) {
        const time = await timed(() => client.ask(searchDocument, { text: textOf(sample, n) }));
        if (round > 0) ours.push(time); // the first round warms up
      }
    all.push(...ours);
    if (full)
      slowest.push({
        row: `search: ${kind}`,
        ours: percentile(ours, 0.5),
        unit: 'ms',
        better: 'less',
        note: `p95 ${percentile(ours, 0.95).toFixed(1)} ms`,
      });
  }
  for (let round = 0; round < 3; round++)
    for (const { name } of drawn) {
      const time = await timed(() =>
        pool.query(bareSql, [
          name
            .split(' ')
            .map((word) => `'${word}'`)
            .join(' & '),
        ]),
      );
      if (round > 0) limit.push(time);
    }
  const rssMb = peakMb();
  await client.close();
  await pool.end();
  const p95 = percentile(all, 0.95);
  const measure = {
    row: 'search, all clients',
    ours: percentile(all, 0.5),
    limit: percentile(limit, 0.5),
    unit: 'ms',
    better: 'less' as const,
  };
  return [
    { ...measure, cost: measure.ours, growth: 0.2, rssMb, goals: [below(100, p95, 'ms p95')], note: `p95 ${p95.toFixed(1)} ms` },
    ...slowest,
  ];
}

const bareSql = `select d.name, d.city, c.reference, c.open_minor from (
    select client_id, id, name, city from debtors where search_words(name || ' ' || reference || ' ' || coalesce(siren, '')) @@ (search_text($1))::tsquery limit 8) d
  left join cases c on c.client_id = d.client_id and c.debtor_id = d.id`;

async function drawSamples(pool: pg.Pool): Promise<Sample[]> {
  const { rows } = await pool.query<Sample>(
    `select d.name, d.city, d.phone, d.email, c.reference, i.number, round(i.amount_minor / 100.0, 2)::text as amount
     from (select * from debtors where id in (select debtor_id from cases order by hashtext(reference) limit ${samples})) d
     join cases c on c.client_id = d.client_id and c.debtor_id = d.id
     join lateral (select number, amount_minor from invoices where client_id = c.client_id and case_id = c.id order by number limit 1) i on true
     order by d.id limit ${samples}`,
  );
  return rows;
}

/** One mistake in the surname: two letters swapped, one forgotten, one too many, one wrong, in turn. */
function misspelt(name: string, n: number): string {
  const [first, surname] = name.split(' ') as [string, string];
  const at = 1 + (n % (surname.length - 2));
  const [before, here, next, after] = [surname.slice(0, at), surname[at]!, surname[at + 1] ?? '', surname.slice(at + 2)];
  return `${first} ${[`${before}${next}${here}${after}`, `${before}${next}${after}`, `${before}${here}${here}${next}${after}`, `${before}z${next}${after}`][n % 4]}`;
}
