import { Forbidden, toDate } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { readColleagues, type Colleague, type PresenceState } from './presence.queries';

export interface MarkPresenceInput {
  readonly caseId: string;
  /** One screen of a person, named by itself. */
  readonly seat: string;
  readonly state: PresenceState | 'gone';
}

/** Présence: a collector says what he does on a case; answers who else is there. Colleagues hear of a change, not of each sign of life. */
@Injectable()
export class MarkPresence extends UseCase<MarkPresenceInput, Colleague[]> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, seat, state }: MarkPresenceInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('read', theCase);
    if (ctx.actor.kind !== 'staff') throw new Forbidden('mark', 'Presence');
    const place = [db.clientId, caseId, ctx.actor.id, seat];
    const changed =
      state === 'gone'
        ? await db.rows(`delete from presences where client_id = $1 and case_id = $2 and staff_id = $3 and seat = $4 returning 1`, place)
        : await db.rows(
            `with before as (select doing from presences where client_id = $1 and case_id = $2 and staff_id = $3 and seat = $4),
               seated as (
                 insert into presences (client_id, case_id, staff_id, seat, doing, seen_at) values ($1, $2, $3, $4, $5, $6)
                 on conflict (client_id, case_id, staff_id, seat) do update set doing = excluded.doing, seen_at = excluded.seen_at returning doing)
             select 1 from seated where doing is distinct from (select doing from before)`,
            [...place, state, toDate(db.clock.now())],
          );
    if (changed.length > 0) await db.rows(`select pg_notify('amiable_live', $1)`, [`presence ${db.clientId} ${caseId}`]);
    return readColleagues(db, caseId, ctx.actor.id);
  }
}
