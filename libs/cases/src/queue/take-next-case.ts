import { toDate } from '@amiable/kernel';
import { Database, type Portfolio } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

/** How long a taken case stays with its collector without being touched, minutes. */
export const leaseMinutes = 10;

/** $1 the collector, $2 the instant, $3 the case just left, or null, $4 the lease in minutes. */
const claimSql = `
with best as (
  select client_id, case_id from work_items
  where ready and queue = 'amicable' and (owner_id is null or owner_id = $1) and (claimed_until is null or claimed_until < $2 or claimed_by = $1)
    and ($3::uuid is null or case_id <> $3)
  order by score desc, case_id desc limit 1 for update skip locked),
let_go as (
  update work_items w set claimed_by = null, claimed_until = null
  where w.claimed_by = $1 and not exists (select from best where best.client_id = w.client_id and best.case_id = w.case_id))
update work_items w set claimed_by = $1, claimed_until = $2::timestamptz + make_interval(mins => $4)
from best where w.client_id = best.client_id and w.case_id = best.case_id returning w.client_id, w.case_id, w.claimed_until`;

/** Dossier suivant: claims the best ready case that nobody holds. Two collectors never get the same one. */
@Injectable()
export class TakeNextCase {
  constructor(private readonly database: Database) {}

  /** Answers the case claimed, or null when nothing is ready. What the collector held before is let go. */
  async take(
    staffId: string,
    portfolio: Portfolio,
    skipCaseId: string | null = null,
  ): Promise<{ clientId: string; caseId: string; claimedUntil: Date } | null> {
    const now = toDate(this.database.clock.now());
    const [taken] = await this.database.acrossClientsAtOnce<{ client_id: string; case_id: string; claimed_until: Date }>(
      portfolio,
      // Clicks of one collector come one after the other, so that nobody holds two cases.
      [`select pg_advisory_xact_lock(hashtext($1))`, [`next case of ${staffId}`]],
      [claimSql, [staffId, now, skipCaseId, leaseMinutes]],
    );
    return taken ? { clientId: taken.client_id, caseId: taken.case_id, claimedUntil: taken.claimed_until } : null;
  }

  /** The case that would come next, without claiming it: the screen loads it before it is asked for. */
  async peek(staffId: string, portfolio: Portfolio, afterCaseId: string): Promise<{ clientId: string; caseId: string } | null> {
    const [best] = await this.database.acrossClientsAtOnce<{ client_id: string; case_id: string }>(portfolio, [
      `select client_id, case_id from work_items
       where ready and queue = 'amicable' and (owner_id is null or owner_id = $1) and (claimed_until is null or claimed_until < $2) and case_id <> $3
       order by score desc, case_id desc limit 1`,
      [staffId, toDate(this.database.clock.now()), afterCaseId],
    ]);
    return best ? { clientId: best.client_id, caseId: best.case_id } : null;
  }
}
