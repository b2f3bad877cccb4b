import type { ReadDb, TenantDb } from '@amiable/platform';
import type { Segment } from './segment.rules';
import { fitsSegment } from './segment.sql';

/** A segment in its place, with what it holds today. */
export interface SegmentInPlace extends Segment {
  readonly id: string;
  readonly position: number;
  /** Open cases whose first match it is. */
  readonly cases: number;
  readonly openMinor: bigint;
}

const columns = `g.id, g.position, g.name, g.line_id as "lineId", g.debtor_kind as "debtorKind", g.least_minor as "leastMinor", g.most_minor as "mostMinor",
  g.least_score as "leastScore", g.most_score as "mostScore", g.languages, g.tags, g.payment_methods as "paymentMethods"`;

/** The segments of the client in their order, each with the open cases whose first match it is; one statement over all of them. */
export function readSegments(db: TenantDb): Promise<SegmentInPlace[]> {
  return db.rows<SegmentInPlace>(
    `with chosen as (
       select c.open_minor, f.id from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
       cross join lateral (select g.id from segments g where g.client_id = c.client_id and ${fitsSegment} order by g.position limit 1) f
       where c.client_id = $1 and c.state <> 'closed'),
     held as (select id, count(*)::int as cases, sum(open_minor)::bigint as open from chosen group by id)
     select ${columns}, coalesce(h.cases, 0) as cases, coalesce(h.open, 0)::bigint as "openMinor"
     from segments g left join held h on h.id = g.id where g.client_id = $1 order by g.position`,
    [db.clientId],
  );
}

/** The segment a case would come into now; undefined where the client has none. */
export function segmentOfCase(db: ReadDb, clientId: string, caseId: string): Promise<(Segment & { id: string }) | undefined> {
  return db.row(
    `select ${columns} from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
     join segments g on g.client_id = c.client_id and ${fitsSegment} where c.client_id = $1 and c.id = $2 order by g.position limit 1`,
    [clientId, caseId],
  );
}
