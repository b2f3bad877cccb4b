import { toDate } from '@amiable/kernel';
import { Database, type Portfolio } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { fitOf, fitting } from './fits-collector';

/** How long a taken case stays with its collector without being touched, minutes. */
export const leaseMinutes = 10;

/** Narrows the queue: binds its values behind those that are there and answers conditions on work items `w` and cases `c`. */
export type Narrowing = (params: unknown[]) => readonly string[];

interface Clauses {
  /** On work items: what the collector can do. */
  readonly fit: readonly string[];
  /** On work items and cases: the part of the queue that is wanted. */
  readonly part: readonly string[];
}

/** Ready work, and what of cases a part speaks of: without any, the index of the work table answers alone. */
const readyWork = ({ fit, part }: Clauses): string => `
  from work_items w ${part.length > 0 ? 'join cases c on c.client_id = w.client_id and c.id = w.case_id' : ''}
  where w.ready and w.queue = 'amicable' and (w.owner_id is null or w.owner_id = $1)${[...fit, ...part].map((clause) => ` and ${clause}`).join('')}`;

/** $1 the collector, $2 the instant, $3 the case just left, or null, $4 the lease in minutes. */
const claimSql = (clauses: Clauses): string => `
with best as (
  select w.client_id, w.case_id ${readyWork(clauses)} and (w.claimed_until is null or w.claimed_until < $2 or w.claimed_by = $1)
    and ($3::uuid is null or w.case_id <> $3)
  order by w.score desc, w.case_id desc limit 1 for update of w skip locked),
let_go as (
  update work_items w set claimed_by = null, claimed_until = null
  where w.claimed_by = $1 and not exists (select from best where best.client_id = w.client_id and best.case_id = w.case_id))
update work_items w set claimed_by = $1, claimed_until = $2::timestamptz + make_interval(mins => $4)
from best where w.client_id = best.client_id and w.case_id = best.case_id returning w.client_id, w.case_id, w.claimed_until`;

/** Dossier suivant: claims the best ready case that nobody holds. Two collectors never get the same one. */
@Injectable()
export class TakeNextCase {
  constructor(private readonly database: Database) {}

  /** Answers the case claimed, or null when nothing of the queue, or of its narrowing, is ready. What the collector held before is let go. */
  async take(
    staffId: string,
    portfolio: Portfolio,
    skipCaseId: string | null = null,
    narrow: Narrowing = () => [],
  ): Promise<{ clientId: string; caseId: string; claimedUntil: Date } | null> {
    const params: unknown[] = [staffId, toDate(this.database.clock.now()), skipCaseId, leaseMinutes];
    const clauses = await this.clausesFor(staffId, narrow, params);
    const [taken] = await this.database.acrossClientsAtOnce<{ client_id: string; case_id: string; claimed_until: Date }>(
      portfolio,
      // Clicks of one collector come one after the other, so that nobody holds two cases.
      [`select pg_advisory_xact_lock(hashtext($1))`, [`next case of ${staffId}`]],
      [claimSql(clauses), params],
    );
    return taken ? { clientId: taken.client_id, caseId: taken.case_id, claimedUntil: taken.claimed_until } : null;
  }

  /** The case that would come next, without claiming it: the screen loads it before it is asked for. */
  async peek(
    staffId: string,
    portfolio: Portfolio,
    afterCaseId: string,
    narrow: Narrowing = () => [],
  ): Promise<{ clientId: string; caseId: string } | null> {
    const params: unknown[] = [staffId, toDate(this.database.clock.now()), afterCaseId];
    const clauses = await this.clausesFor(staffId, narrow, params);
    const [best] = await this.database.acrossClientsAtOnce<{ client_id: string; case_id: string }>(portfolio, [
      `select w.client_id, w.case_id ${readyWork(clauses)} and (w.claimed_until is null or w.claimed_until < $2) and w.case_id <> $3
       order by w.score desc, w.case_id desc limit 1`,
      params,
    ]);
    return best ? { clientId: best.client_id, caseId: best.case_id } : null;
  }

  /** What the collector can do, and what of it he works through. */
  private async clausesFor(staffId: string, narrow: Narrowing, params: unknown[]): Promise<Clauses> {
    const fit = fitting(await fitOf(this.database, staffId), '$1')(params);
    return { fit, part: narrow(params) };
  }
}
