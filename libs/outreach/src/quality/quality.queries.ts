import type { Database, ReadDb, RequestContext } from '@amiable/platform';
import { ReviewRefused } from './quality.errors';
import { contactKinds, sampleSizeSql, type Verdict } from './quality.rules';

const mostShown = 300;

/** One contact of the sample with what was found in it; the verdicts are null before. */
export interface SampledContact {
  readonly client_id: string;
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly at: Date;
  readonly facts: Record<string, unknown>;
  readonly collector_id: string;
  readonly collector_name: string;
  readonly reference: string;
  readonly debtor_name: string;
  readonly brand_id: string;
  readonly brand_name: string;
  readonly primary_colour: string;
  readonly recall: Verdict | null;
  readonly identity: Verdict | null;
  readonly tone: Verdict | null;
  readonly review_facts: Verdict | null;
  readonly next_step: Verdict | null;
  readonly comment: string | null;
  readonly reviewed_by_name: string | null;
  readonly reviewed_at: Date | null;
  readonly answer: string | null;
}

/**
 * The sample of a month (`yyyy-mm`), drawn for each collector in an order that the month itself gives: asked again it is the same. What was
 * evaluated stays in it. `own`: only what was evaluated of this collector. Days are those of Paris.
 */
export function sampleOf(db: ReadDb, month: string, percent: number, own: string | null): Promise<SampledContact[]> {
  return db.rows<SampledContact>(
    `with contacts as (
       select e.client_id, e.id, e.case_id, e.kind, e.at, e.facts, e.actor_id, row_number() over (partition by e.actor_id order by md5($1 || e.id::text)) as n,
         count(*) over (partition by e.actor_id) as made
       from timeline_events e where e.actor_kind = 'staff' and e.kind in (${contactKinds.map((kind) => `'${kind}'`).join(', ')})
         and e.at >= ($1 || '-01')::timestamp at time zone 'Europe/Paris' and e.at < (($1 || '-01')::timestamp + interval '1 month') at time zone 'Europe/Paris'
         and ($3::uuid is null or e.actor_id = $3))
     select x.client_id, x.id, x.case_id, x.kind, x.at, x.facts, x.actor_id as collector_id, s.name as collector_name, c.reference, d.name as debtor_name,
       c.brand_id, b.name as brand_name, b.primary_colour, r.recall, r.identity, r.tone, r.facts as review_facts, r.next_step, r.comment, r.reviewed_by_name, r.reviewed_at, r.answer
     from contacts x join staff_users s on s.id = x.actor_id and s.role = 'collector'
     join cases c on c.client_id = x.client_id and c.id = x.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
     join brands b on b.client_id = c.client_id and b.id = c.brand_id
     left join contact_reviews r on r.client_id = x.client_id and r.id = x.id
     where r.id is not null or ($3::uuid is null and x.n <= ${sampleSizeSql('x.made', '$2::int')})
     order by s.name, r.id is not null, x.at desc, x.id limit ${mostShown}`,
    [month, percent, own],
  );
}

/** Percent of each collector's contacts that are looked at. */
export async function qualityShare(db: ReadDb): Promise<number> {
  return (await db.row<{ percent: number }>(`select percent from quality_share`))!.percent;
}

/** Part contrôlée, 1 to 100 percent, for the whole house. Throws Forbidden, ReviewRefused. */
export async function reviseQualityShare(database: Database, ctx: RequestContext, percent: number): Promise<void> {
  ctx.may('set', 'QualityShare');
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) throw new ReviewRefused('SHARE_OUT_OF_BOUNDS', 'percent');
  await database.outsideClients((db) => db.rows(`update quality_share set percent = $1`, [percent]));
}
