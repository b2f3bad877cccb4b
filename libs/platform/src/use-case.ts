import { createHash } from 'node:crypto';
import { NotFound, Refusal } from '@amiable/kernel';
import { Injectable } from '@nestjs/common';
import { Database, type TenantDb } from './database';
import { BadInput } from './graphql/scalars';
import type { RequestContext } from './context';

/** One write: load, may, rule, move, publish. Its answer is small plain JSON (ids), so that a replay can give it again. */
export abstract class UseCase<Input, Answer> {
  abstract run(ctx: RequestContext, db: TenantDb, input: Input): Promise<Answer>;
}

/** The same idempotency key came with another request. */
export class IdempotencyMismatch extends Refusal {
  constructor() {
    super('IDEMPOTENCY_MISMATCH', {}, 'idempotencyKey');
  }
}

/** Runs use cases: the tenant wall, one transaction, and one answer per idempotency key (trust.md 7.7). */
@Injectable()
export class Performer {
  constructor(private readonly database: Database) {}

  async perform<I, A>(ctx: RequestContext, clientId: string, useCase: UseCase<I, A>, input: I, idempotencyKey?: string): Promise<A> {
    ctx.enter(clientId);
    return this.database.inTenant(clientId, async (db) => {
      if (idempotencyKey === undefined) return useCase.run(ctx, db, input);
      const length = [...idempotencyKey].length;
      if (length < 8 || length > 200) throw new BadInput('8 to 200 characters', idempotencyKey, 'idempotencyKey');
      const operation = useCase.constructor.name;
      const hash = createHash('sha256')
        .update(JSON.stringify([operation, input], (_, v) => (typeof v === 'bigint' ? `${v}n` : v)))
        .digest();
      const actor = ctx.actor.id ?? '00000000-0000-0000-0000-000000000000';
      // A second identical request waits here for the first to commit, then finds its answer.
      const first = await db.row(
        `insert into idempotency_keys (client_id, actor_id, key, operation, request_hash)
        select client_id, $2, $3, $4, $5 from clients where client_id = $1 on conflict do nothing returning true as first`,
        [clientId, actor, idempotencyKey, operation, hash],
      );
      if (!first) {
        const known = await db.row(
          `select request_hash, answer from idempotency_keys where client_id = $1 and actor_id = $2 and key = $3`,
          [clientId, actor, idempotencyKey],
        );
        if (!known) throw new NotFound('Client'); // neither written nor known: there is no such client
        if (!hash.equals(known.request_hash as Buffer)) throw new IdempotencyMismatch();
        return known.answer as A;
      }
      const answer = await useCase.run(ctx, db, input);
      await db.rows(`update idempotency_keys set answer = $4 where client_id = $1 and actor_id = $2 and key = $3`, [
        clientId,
        actor,
        idempotencyKey,
        JSON.stringify(answer ?? null),
      ]);
      return answer;
    });
  }
}
