import { dayOf, newId, toDate } from '@amiable/kernel';
import { Database, publish, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { exclusionOf } from './bulk-exclusions.sql';
import { abilityOfAct, bulkInputOf, chunkOf, requireBulkSize } from './bulk.rules';
import { atOnce, type BulkActKind, type BulkCase, type BulkInput } from './bulk.types';
import { DoBulkAct } from './do-bulk-act';

/**
 * Acte en nombre: writes down which cases an act takes and which it leaves out, client by client, with the work in the outbox.
 * A small set is done before the answer; a large one by the worker. The same key again goes on with the same act.
 */
@Injectable()
export class StartBulkAct {
  constructor(
    private readonly database: Database,
    private readonly doing: DoBulkAct,
  ) {}

  async start(
    ctx: RequestContext,
    act: BulkActKind,
    given: BulkInput,
    cases: readonly BulkCase[],
    idempotencyKey: string,
  ): Promise<string> {
    ctx.may(abilityOfAct[act], 'Case');
    requireBulkSize(cases.length);
    const input = bulkInputOf(act, given, dayOf(this.database.clock));
    const bulkId = await this.register(ctx, act, input, idempotencyKey);
    const ofClients = Map.groupBy(cases, ({ clientId }) => clientId);
    for (const [clientId, those] of ofClients) await this.writeDown(ctx, bulkId, act, input, clientId, those);
    if (cases.length <= atOnce) for (const clientId of ofClients.keys()) await this.doing.work(clientId, bulkId, 0);
    return bulkId;
  }

  private async register(ctx: RequestContext, act: BulkActKind, input: BulkInput, idempotencyKey: string): Promise<string> {
    return this.database.outsideClients(async (db) => {
      const known = await db.row<{ id: string }>(
        `with made as (
           insert into bulk_acts (id, staff_id, idempotency_key, act, input, created_at) values ($1, $2, $3, $4, $5, $6) on conflict (staff_id, idempotency_key) do nothing returning id)
         select id from made union all select id from bulk_acts where staff_id = $2 and idempotency_key = $3 limit 1`,
        [newId(), ctx.actor.id, idempotencyKey, act, JSON.stringify(input), toDate(db.clock.now())],
      );
      return known!.id;
    });
  }

  private writeDown(
    ctx: RequestContext,
    bulkId: string,
    act: BulkActKind,
    input: BulkInput,
    clientId: string,
    cases: readonly BulkCase[],
  ): Promise<void> {
    ctx.enter(clientId);
    return this.database.inTenant(clientId, async (db) => {
      await db.rows(
        `insert into bulk_pieces (client_id, bulk_id, case_id, chunk, state, reason)
         select c.client_id, $2, c.id, (s.place - 1) / ${atOnce}, case when j.reason is null then 'waiting' else 'excluded' end, j.reason
         from unnest($3::uuid[]) with ordinality as s(id, place) join cases c on c.client_id = $1 and c.id = s.id
         cross join lateral (select ${exclusionOf(act, '$4::jsonb', '$5::timestamptz')} as reason where $4::jsonb is not null and $5::timestamptz is not null) j
         on conflict do nothing`,
        [clientId, bulkId, cases.map(({ caseId }) => caseId), JSON.stringify(input), toDate(db.clock.now())],
      );
      const chunks = Array.from({ length: chunkOf(cases.length - 1) + 1 }, (_, chunk) => chunk);
      await publish(db, ...chunks.map((chunk) => ({ topic: 'bulk.act', key: `bulk:${bulkId}:${chunk}`, payload: { bulkId, chunk } })));
    });
  }
}
