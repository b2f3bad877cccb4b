import { assignCases, takeHoldBack, tagCases, untagCases } from '@amiable/cases';
import { requireMove, toDate } from '@amiable/kernel';
import { Database, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { messageStates } from '../message/message.states';
import { abilityOfAct, BulkRefused } from './bulk.rules';
import { readBulkProgress } from './bulk.queries';
import type { BulkActKind, BulkInput } from './bulk.types';

interface Piece {
  readonly case_id: string;
  readonly before: { ownerId?: string | null; messageId?: string } | null;
}

/** Annulation: takes an act of one's own back where nothing left the house and nobody changed the case since. */
@Injectable()
export class UndoBulkAct {
  constructor(private readonly database: Database) {}

  /** Throws NotFound for another's act, and BulkRefused when it cannot be undone any more. */
  async undo(ctx: RequestContext, bulkId: string): Promise<void> {
    const { act, canUndo } = await this.database.acrossClients(ctx.portfolio, (db) => readBulkProgress(db, ctx, bulkId));
    ctx.may(abilityOfAct[act], 'Case');
    if (!canUndo) throw new BulkRefused('NOTHING_TO_UNDO');
    const { input, clients } = await this.database.acrossClients(ctx.portfolio, async (db) => ({
      input: (await db.row<{ input: BulkInput }>(`select input from bulk_acts where id = $1`, [bulkId]))!.input,
      clients: await db.rows<{ client_id: string }>(
        `select distinct client_id from bulk_pieces where bulk_id = $1 and state = 'done' order by 1`,
        [bulkId],
      ),
    }));
    for (const { client_id } of clients) await this.database.inTenant(client_id, (db) => this.undoAt(db, ctx, bulkId, act, input));
    await this.database.outsideClients((db) =>
      db.rows(`update bulk_acts set undone_at = $2 where id = $1`, [bulkId, toDate(db.clock.now())]),
    );
  }

  private async undoAt(db: TenantDb, ctx: RequestContext, bulkId: string, act: BulkActKind, input: BulkInput): Promise<void> {
    ctx.enter(db.clientId);
    const pieces = await db.rows<Piece>(
      `select case_id, before from bulk_pieces where client_id = $1 and bulk_id = $2 and state = 'done' order by case_id for no key update`,
      [db.clientId, bulkId],
    );
    const undone = await this.takenBack(db, ctx, act, input, pieces);
    await db.rows(`update bulk_pieces set state = 'undone' where client_id = $1 and bulk_id = $2 and case_id = any($3::uuid[])`, [
      db.clientId,
      bulkId,
      undone,
    ]);
  }

  private async takenBack(
    db: TenantDb,
    ctx: RequestContext,
    act: BulkActKind,
    input: BulkInput,
    pieces: readonly Piece[],
  ): Promise<string[]> {
    const ids = pieces.map(({ case_id }) => case_id);
    switch (act) {
      case 'assign':
        return this.giveBack(db, ctx, input.ownerId, pieces);
      case 'hold':
        return takeHoldBack(db, ctx, ids, input.reason!, input.until!);
      case 'tag':
        return untagCases(db, ids, input.tag!);
      case 'untag':
        return tagCases(db, ctx, ids, input.tag!);
      case 'message':
        return recallMessages(
          db,
          ctx,
          pieces.flatMap(({ before }) => before?.messageId ?? []),
        );
    }
  }

  /** Back to whoever had each case, where it is still with the one it was given to. */
  private async giveBack(db: TenantDb, ctx: RequestContext, ownerId: string | null, pieces: readonly Piece[]): Promise<string[]> {
    const still = await db.rows<{ id: string }>(
      `select id from cases where client_id = $1 and id = any($2::uuid[]) and owner_id is not distinct from $3::uuid`,
      [db.clientId, pieces.map(({ case_id }) => case_id), ownerId],
    );
    const untouched = new Set(still.map(({ id }) => id));
    const ofOwners = Map.groupBy(
      pieces.filter(({ case_id }) => untouched.has(case_id)),
      ({ before }) => before?.ownerId ?? null,
    );
    const back: string[] = [];
    for (const [owner, those] of ofOwners)
      back.push(
        ...(
          await assignCases(
            db,
            ctx,
            those.map(({ case_id }) => case_id),
            owner,
          )
        ).map(({ caseId }) => caseId),
      );
    return back;
  }
}

/** Messages that have not left yet stay here. Answers their cases. */
async function recallMessages(db: TenantDb, ctx: RequestContext, messageIds: readonly string[]): Promise<string[]> {
  requireMove(messageStates, 'queued', 'cancelled');
  const recalled = await db.rows<{ case_id: string }>(
    `with recalled as (
       update messages set state = 'cancelled', reason = 'recalled'
       where client_id = $1 and id in (select id from messages where client_id = $1 and id = any($2::uuid[]) and state = 'queued' and not_before > $3 for no key update skip locked)
       returning case_id, channel, template),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts, client_sees)
       select $1, case_id, 'message.cancelled', $3, $4, $5, $6, jsonb_build_object('channel', channel, 'template', template, 'reason', 'recalled'), false from recalled)
     select case_id from recalled`,
    [db.clientId, messageIds, toDate(db.clock.now()), ctx.actor.kind, ctx.actor.id, ctx.actor.name],
  );
  return recalled.map(({ case_id }) => case_id);
}
