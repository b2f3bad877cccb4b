import { NotFound, Refusal, toDate } from '@amiable/kernel';
import { Database, SETTINGS, type RequestContext, type Settings, type StaffRole } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { endCookie, isSecure, readCookie, writeCookie } from '../session/cookies';
import { isSessionToken } from '../session/session.rules';
import { hashToken, openSession, type SessionOwner } from '../session/sessions';
import { mayViewAs, viewMinutes } from './view-as.rules';

export class ViewRefused extends Refusal {}

/** Whose eyes: a colleague, or a user of a client company. */
export type Viewed =
  | { readonly audience: 'agency'; readonly id: string }
  | { readonly audience: 'client'; readonly clientId: string; readonly id: string };

/** One look through another's eyes, as it stays on record. */
export interface StaffView {
  readonly id: string;
  readonly viewerName: string;
  readonly viewedName: string;
  readonly audience: 'agency' | 'client';
  readonly reason: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** How often something was looked at, and what, each once. */
  readonly reads: number;
  readonly looks: readonly string[];
}

interface Person {
  readonly name: string;
  readonly role: StaffRole | null;
}

const shortestReason = 5;
const mostShown = 100;

/**
 * Voir comme: a manager sees what another user sees, read-only, for half an hour, with a reason that stays on record. The view has a session
 * and a cookie of its own beside the viewer's: it counts only while his own session lives, and falls away by itself.
 */
@Injectable()
export class ViewAs {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws ViewRefused without a reason, for oneself and for who may more; NotFound for nobody at work and clients out of reach. */
  async open(ctx: RequestContext, viewed: Viewed, reason: string, req: Request, res: Response): Promise<void> {
    ctx.may('viewAs', 'User');
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new NotFound('User');
    const why = reason.replace(/\s+/gu, ' ').trim().slice(0, 300);
    if ([...why].length < shortestReason) throw new ViewRefused('TEXT_MISSING', {}, 'reason');
    const person = await this.find(ctx, viewed);
    if (!person) throw new NotFound('User');
    if (viewed.id === actor.id || (person.role && !mayViewAs(actor.role, person.role))) throw new ViewRefused('VIEW_NOT_ALLOWED');
    const secure = isSecure(this.settings);
    const cookie = `amiable_view_${viewed.audience}` as const;
    const owner: SessionOwner =
      viewed.audience === 'agency'
        ? { audience: 'agency', userId: viewed.id }
        : { audience: 'client', userId: viewed.id, clientId: viewed.clientId };
    const token = await this.database.outsideClients(async (db) => {
      const now = db.clock.now();
      const until = toDate(now.add({ minutes: viewMinutes }));
      const opened = await openSession(db, owner, { userAgent: req.headers['user-agent'], former: readCookie(req, cookie, secure) });
      await db.rows(
        `with view as (
           insert into staff_views (viewer_id, audience, viewed_id, client_id, viewed_name, reason, started_at, until_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8) returning id)
         update sessions set view_id = view.id, expires_at = $8 from view where token_hash = $9`,
        [
          actor.id,
          viewed.audience,
          viewed.id,
          viewed.audience === 'client' ? viewed.clientId : null,
          person.name,
          why,
          toDate(now),
          until,
          hashToken(opened),
        ],
      );
      return opened;
    });
    res.append('Set-Cookie', writeCookie(cookie, token, secure, viewMinutes * 60));
  }

  /** Ends the view of this browser, if there is one: back to oneself. */
  async end(audience: 'agency' | 'client', req: Request, res: Response): Promise<void> {
    const secure = isSecure(this.settings);
    const token = readCookie(req, `amiable_view_${audience}`, secure);
    if (isSessionToken(token))
      await this.database.outsideClients((db) =>
        db.rows(
          `with ended as (delete from sessions where token_hash = $1 and view_id is not null returning view_id)
           update staff_views set ended_at = $2 where id in (select view_id from ended)`,
          [hashToken(token), toDate(db.clock.now())],
        ),
      );
    res.append('Set-Cookie', endCookie(`amiable_view_${audience}`, secure));
  }

  /** Who looked through whose eyes, and why; the newest first. */
  async list(ctx: RequestContext): Promise<StaffView[]> {
    ctx.may('viewAs', 'User');
    return this.listOf(null);
  }

  /** Who of the agency looked at the portal as one of this client's users. */
  async listOfClient(ctx: RequestContext): Promise<StaffView[]> {
    ctx.may('read', 'StaffView');
    return this.listOf(ctx.clientId);
  }

  private listOf(clientId: string | null): Promise<StaffView[]> {
    return this.database.outsideClients((db) =>
      db.rows<StaffView>(
        `select v.id, s.name as "viewerName", v.viewed_name as "viewedName", v.audience, v.reason, v.started_at as "startedAt",
           case when coalesce(v.ended_at, v.until_at) <= $1 then coalesce(v.ended_at, v.until_at) end as "endedAt",
           coalesce(l.reads, 0)::int as reads, coalesce(l.looks, '{}') as looks
         from (select * from staff_views where $2::uuid is null or client_id = $2 order by started_at desc limit ${mostShown}) v
         join staff_users s on s.id = v.viewer_id
         left join lateral (select sum(n) as reads, array_agg(what order by first) as looks from (
           select split_part(what, ' ', 1) as what, count(*) as n, min(id::text) as first from staff_view_looks
           where view_id = v.id group by 1) k) l on true
         order by v.started_at desc`,
        [toDate(db.clock.now()), clientId],
      ),
    );
  }

  private find(ctx: RequestContext, viewed: Viewed): Promise<Person | undefined> {
    if (viewed.audience === 'agency')
      return this.database.outsideClients((db) =>
        db.row<Person>(`select name, role from staff_users where id = $1 and active`, [viewed.id]),
      );
    ctx.enter(viewed.clientId);
    return this.database.inTenant(viewed.clientId, (db) =>
      db.row<Person>(`select name, null as role from client_users where client_id = $1 and id = $2 and active`, [
        viewed.clientId,
        viewed.id,
      ]),
    );
  }
}
