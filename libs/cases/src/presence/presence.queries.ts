import { toDate } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';

export type PresenceState = 'viewing' | 'writing' | 'away';

/** A colleague on a case, and what he does there. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly state: PresenceState;
}

/** Seconds without a sign after which somebody counts as gone; screens give one every 25. */
export const goneAfterSeconds = 70;

/** Who else is on a case now; somebody on two screens counts once, by what is most: writing before viewing before away. */
export async function readColleagues(db: TenantDb, caseId: string, but: string | null): Promise<Colleague[]> {
  return db.rows<Colleague>(
    `select * from (
       select distinct on (p.staff_id) p.staff_id as id, s.name, p.doing as state from presences p join staff_users s on s.id = p.staff_id
       where p.client_id = $1 and p.case_id = $2 and p.seen_at > $3::timestamptz - make_interval(secs => $4) and p.staff_id is distinct from $5
       order by p.staff_id, array_position(array['writing', 'viewing', 'away'], p.doing)) there order by name`,
    [db.clientId, caseId, toDate(db.clock.now()), goneAfterSeconds, but],
  );
}
