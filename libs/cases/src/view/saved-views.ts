import { newId, NotFound, Refusal, toDate } from '@amiable/kernel';
import { Database, type ReadDb, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

/** Vue enregistrée: the filters, sort and columns of the list of cases, as its address says them. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  readonly isDefault: boolean;
  readonly ownerName: string;
}

export interface KeepViewInput {
  /** A view of one's own that is written over; null for a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly isDefault: boolean;
}

const mostViews = 100;

export class ViewRefused extends Refusal {}

/** Views belong to who saved them; the team may use those that are shared. They hold filters, never rows. */
@Injectable()
export class SavedViews {
  constructor(private readonly database: Database) {}

  list(ctx: RequestContext): Promise<SavedView[]> {
    return this.database.outsideClients((db) => listOf(db, ctx));
  }

  /** Throws ViewRefused without a name or beyond a hundred views, NotFound for a view of another. */
  save(ctx: RequestContext, { id, name, query, isShared, isDefault }: KeepViewInput): Promise<SavedView[]> {
    const kept = name.replace(/\s+/gu, ' ').trim().slice(0, 60);
    if (!kept) throw new ViewRefused('TEXT_MISSING', {}, 'name');
    const params = new URLSearchParams(query.slice(0, 2000)).toString().slice(0, 2000);
    return this.database.outsideClients(async (db) => {
      // One save of a person after the other: there is one default, and the hundred are counted right.
      await db.rows(`select pg_advisory_xact_lock(hashtext($1))`, [`views of ${ctx.actor.id}`]);
      if (isDefault) await db.rows(`update saved_views set is_default = false where owner_id = $1 and is_default`, [ctx.actor.id]);
      if (id === null) {
        const had = await db.row<{ n: number }>(`select count(*)::int as n from saved_views where owner_id = $1`, [ctx.actor.id]);
        if (had!.n >= mostViews) throw new ViewRefused('TOO_MANY_VIEWS', { most: mostViews });
        await db.rows(
          `insert into saved_views (id, owner_id, name, query, is_shared, is_default, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
          [newId(), ctx.actor.id, kept, params, isShared, isDefault, toDate(db.clock.now())],
        );
      } else {
        const changed = await db.rows(
          `with changed as (update saved_views set name = $3, query = $4, is_shared = $5, is_default = $6 where id::text = $1 and owner_id = $2 returning id) select id from changed`,
          [id, ctx.actor.id, kept, params, isShared, isDefault],
        );
        if (changed.length === 0) throw new NotFound('SavedView');
      }
      return listOf(db, ctx);
    });
  }

  /** Throws NotFound for a view of another. */
  remove(ctx: RequestContext, id: string): Promise<SavedView[]> {
    return this.database.outsideClients(async (db) => {
      const gone = await db.rows(
        `with gone as (delete from saved_views where id::text = $1 and owner_id = $2 returning id) select id from gone`,
        [id, ctx.actor.id],
      );
      if (gone.length === 0) throw new NotFound('SavedView');
      return listOf(db, ctx);
    });
  }
}

function listOf(db: ReadDb, ctx: RequestContext): Promise<SavedView[]> {
  return db.rows<SavedView>(
    `select v.id, v.name, v.query, v.is_shared as "isShared", v.owner_id = $1 as "isMine", v.is_default and v.owner_id = $1 as "isDefault", s.name as "ownerName"
     from saved_views v join staff_users s on s.id = v.owner_id where v.owner_id = $1 or v.is_shared order by v.owner_id = $1 desc, lower(v.name), v.id`,
    [ctx.actor.id],
  );
}
