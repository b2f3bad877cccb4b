import { pipeline } from 'node:stream/promises';
import { feePercentOnPlacement } from '@amiable/clients';
import { newReference, Temporal } from '@amiable/kernel';
import { from as copyFrom } from 'pg-copy-streams';
import { ChangedMeanwhile } from './import.errors';
import type { ImportWriting } from './import-writing';

/** Opens the cases that are new: hat, brand and fee are those of the mandate, the fee by the age of the oldest invoice. */
export async function openCases(writing: ImportWriting): Promise<void> {
  const { db, clientId, mandate, today, now } = writing;
  const days = await db.rows<{ day: string }>(`select distinct oldest_due as day from homes where is_new`);
  if (days.length === 0) return;
  const percents = days.map(({ day }) =>
    feePercentOnPlacement(mandate.feeTiers, Temporal.PlainDate.from(day), Temporal.PlainDate.from(today)),
  );
  await drawReferences(writing);
  await db.rows(
    `insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, stage, currency, fee_percent, opened_on, created_at)
     select $1, h.case_id, r.reference, h.debtor_id, $2, $3, $4, 'open', case when h.oldest_due >= $5::date then 'before_due' else 'reminder' end, h.currency, f.percent, $5, $6
     from homes h join drawn r using (ordinal) join unnest($7::date[], $8::numeric[]) as f(day, percent) on f.day = h.oldest_due
     where h.is_new`,
    [clientId, mandate.id, mandate.brandId, mandate.hat, today, now, days.map(({ day }) => day), percents],
  );
}

/** References are drawn here, where randomness is good enough to be a secret's half, and joined by their ordinal. */
async function drawReferences({ client, db }: ImportWriting): Promise<void> {
  await db.rows(`create temp table drawn (ordinal int not null, reference text not null) on commit drop`);
  const last = await db.row<{ n: number }>(`select max(ordinal) as n from homes`);
  const batch = 5_000;
  await pipeline(
    function* () {
      for (let from = 1; from <= last!.n; from += batch) {
        let text = '';
        for (let n = from; n < from + batch && n <= last!.n; n++) text += `${n}\t${newReference()}\n`;
        yield Buffer.from(text);
      }
    },
    client.query(copyFrom('copy drawn (ordinal, reference) from stdin')),
  );
  await db.rows(`analyze drawn`);
}

/**
 * Holds what the plan was made from until the end: the invoices that change and the cases that are joined.
 * Throws ChangedMeanwhile when a payment came between.
 */
export async function holdWhatChanges({ db, clientId }: ImportWriting): Promise<void> {
  const held = await db.rows<{ moved: number }>(
    `with invoices_held as (
       select i.settled_minor <> k.settled as moved from known k join invoices i on i.client_id = $1 and i.id = k.invoice_id where k.changed or k.waiting order by i.id for no key update of i)
     select count(*) filter (where moved)::int as moved from invoices_held`,
    [clientId],
  );
  const cases = await db.rows<{ moved: number }>(
    `with cases_held as (select c.state = 'closed' as moved from homes h join cases c on c.client_id = $1 and c.id = h.case_id where not h.is_new order by c.id for no key update of c)
     select count(*) filter (where moved)::int as moved from cases_held`,
    [clientId],
  );
  if ([...held, ...cases].some(({ moved }) => moved > 0)) throw new ChangedMeanwhile();
}
