import { assignCases, holdCases, tagCases, untagCases } from '@amiable/cases';
import { Refusal } from '@amiable/kernel';
import { Database, OutboxWorker, Performer, RequestContext, type StaffRole, type TenantDb, type Work } from '@amiable/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendMessage } from '../message/send-message';
import { abilityOfAct } from './bulk.rules';
import type { BulkActKind, BulkInput } from './bulk.types';

interface Act {
  readonly act: BulkActKind;
  readonly input: BulkInput;
  readonly ctx: RequestContext;
}

/** Does one piece of a bulk act for one client; what is done already is not done again, so that it may come twice. */
@Injectable()
export class DoBulkAct implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWorker,
    private readonly performer: Performer,
    private readonly sending: SendMessage,
  ) {}

  onModuleInit(): void {
    this.outbox.on('bulk.act', (works) => this.workAll(works), 4);
  }

  private async workAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const { id, clientId, payload } of works)
      await this.work(clientId, payload.bulkId, payload.chunk).catch((error: Error) => failures.set(id, error));
    return failures;
  }

  async work(clientId: string, bulkId: string, chunk: number): Promise<void> {
    const act = await this.load(bulkId);
    if (act.act === 'message') await this.sendEach(clientId, bulkId, chunk, act);
    else await this.database.inTenant(clientId, (db) => this.doAtOnce(db, bulkId, chunk, act));
  }

  /** Who ordered it acts, with the role he has by now. */
  private async load(bulkId: string): Promise<Act> {
    const row = await this.database.outsideClients((db) =>
      db.row<{
        act: BulkActKind;
        input: BulkInput;
        id: string;
        name: string;
        role: StaffRole;
        portfolio: string[] | null;
        language: 'fr' | 'en';
      }>(
        `select b.act, b.input, s.id, s.name, s.role, s.portfolio, s.language from bulk_acts b join staff_users s on s.id = b.staff_id where b.id = $1`,
        [bulkId],
      ),
    );
    const { act, input, id, name, role, portfolio, language } = row!;
    const ctx = new RequestContext('agency', { kind: 'staff', id, name, role, portfolio: portfolio ?? 'all' }, language);
    ctx.may(abilityOfAct[act], 'Case');
    return { act, input, ctx };
  }

  private async doAtOnce(db: TenantDb, bulkId: string, chunk: number, { act, input, ctx }: Act): Promise<void> {
    ctx.enter(db.clientId);
    const waiting = await db.rows<{ case_id: string }>(
      `select case_id from bulk_pieces where client_id = $1 and bulk_id = $2 and chunk = $3 and state = 'waiting' order by case_id for no key update`,
      [db.clientId, bulkId, chunk],
    );
    const ids = waiting.map(({ case_id }) => case_id);
    if (ids.length === 0) return;
    const done = await this.changed(db, ctx, act, input, ids);
    // A case that changed between the look and the act is left out, and says so.
    await db.rows(
      `update bulk_pieces p set state = case when d.case_id is null then 'excluded' else 'done' end, reason = case when d.case_id is null then 'CHANGED_MEANWHILE' end, before = d.before
       from unnest($3::uuid[]) as w(id) left join jsonb_to_recordset($4::jsonb) as d(case_id uuid, before jsonb) on d.case_id = w.id
       where p.client_id = $1 and p.bulk_id = $2 and p.case_id = w.id`,
      [db.clientId, bulkId, ids, JSON.stringify(done)],
    );
  }

  private async changed(
    db: TenantDb,
    ctx: RequestContext,
    act: BulkActKind,
    input: BulkInput,
    ids: string[],
  ): Promise<Array<{ case_id: string; before: unknown }>> {
    const without = (changed: string[]) => changed.map((case_id) => ({ case_id, before: null }));
    switch (act) {
      case 'assign':
        return (await assignCases(db, ctx, ids, input.ownerId)).map(({ caseId, before }) => ({
          case_id: caseId,
          before: { ownerId: before },
        }));
      case 'hold':
        return without(await holdCases(db, ctx, ids, input.reason!, input.until!));
      case 'tag':
        return without(await tagCases(db, ctx, ids, input.tag!));
      case 'untag':
        return without(await untagCases(db, ids, input.tag!));
      case 'message':
        return [];
    }
  }

  /** Each message is a write of its own, under the rules of a message written by hand; its key makes it go once. */
  private async sendEach(clientId: string, bulkId: string, chunk: number, { input, ctx }: Act): Promise<void> {
    const waiting = await this.database.inTenant(clientId, (db) =>
      db.rows<{ case_id: string }>(
        `select case_id from bulk_pieces where client_id = $1 and bulk_id = $2 and chunk = $3 and state = 'waiting' order by case_id`,
        [clientId, bulkId, chunk],
      ),
    );
    for (const { case_id: caseId } of waiting) {
      const outcome = await this.performer
        .perform(ctx, clientId, this.sending, { caseId, template: input.template!, note: null }, `bulk:${bulkId}:${caseId}`)
        .then(
          ({ messageId }) => ({ state: 'done', reason: null, before: { messageId } }),
          (error: unknown) => {
            if (error instanceof Refusal) return { state: 'excluded', reason: error.code, before: null };
            throw error;
          },
        );
      await this.database.inTenant(clientId, (db) =>
        db.rows(
          `update bulk_pieces set state = $4, reason = $5, before = $6 where client_id = $1 and bulk_id = $2 and case_id = $3 and state = 'waiting'`,
          [clientId, bulkId, caseId, outcome.state, outcome.reason, outcome.before && JSON.stringify(outcome.before)],
        ),
      );
    }
  }
}
