import { toDate } from '@amiable/kernel';
import { Database, RequestContext, SETTINGS, type Actor, type Audience, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isSecure, readCookie } from './cookies';
import { languageOf } from './language';
import { isSessionToken, seenAtMostEverySeconds, sessionLifetimes } from './session.rules';
import { hashToken } from './sessions';
import { commonPortfolio, mayLookAs } from '../view-as/view-as.rules';

/** Who is asked for when nobody is signed in. */
export const nobody: Actor = { kind: 'nobody', id: null, name: 'nobody' };

interface FoundSession {
  readonly client_id: string;
  readonly case_id: string;
  readonly brand_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly role: string;
  readonly language: 'fr' | 'en' | null;
  readonly portfolio: readonly string[] | null;
  /** Who looks through this user's eyes, and until when; null in a session of one's own. */
  readonly viewer_id: string | null;
  readonly view_id: string | null;
  readonly viewer_name: string | null;
  readonly viewer_portfolio: readonly string[] | null;
  readonly view_until: Date | null;
}

// Whoever was made inactive is gone from the join: the session ends with the next request.
const findSession = `
  with found as (
    select s.token_hash, s.seen_at, s.client_id, s.case_id, s.brand_id, coalesce(s.user_id, d.id) as user_id,
           coalesce(u.name, c.name, d.name) as name, coalesce(u.role, c.role) as role, coalesce(u.language, c.language) as language, u.portfolio,
           v.id as view_id, w.id as viewer_id, w.name as viewer_name, w.portfolio as viewer_portfolio, v.until_at as view_until
    from sessions s
    left join staff_views v on v.id = s.view_id
    left join staff_users w on w.id = v.viewer_id and w.active
    left join staff_users u on s.audience = 'agency' and u.id = s.user_id and u.active
    left join client_users c on s.audience = 'client' and c.client_id = s.client_id and c.id = s.user_id and c.active
    left join cases k on s.audience = 'debtor' and k.client_id = s.client_id and k.id = s.case_id
    left join debtors d on d.client_id = k.client_id and d.id = k.debtor_id
    where s.token_hash = $1 and s.audience = $2 and s.expires_at > $3
      and s.seen_at > $3::timestamptz - make_interval(mins => $4) and coalesce(u.id, c.id, d.id) is not null
      and (s.view_id is null or w.id is not null)
  ), seen as (
    update sessions s set seen_at = $3 from found
    where $6::boolean and s.token_hash = found.token_hash and found.seen_at <= $3::timestamptz - make_interval(secs => $5)
  )
  select client_id, case_id, brand_id, user_id, name, role, language, portfolio, view_id, viewer_id, viewer_name, viewer_portfolio, view_until from found`;

/** From the cookie of a request to who asks and what they may. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The context of a request for this audience; its actor is `nobody` without a living session. One query, none without a cookie. */
  async contextFor(audience: Audience, req: Request): Promise<RequestContext> {
    const secure = isSecure(this.settings);
    const view = audience === 'debtor' ? undefined : readCookie(req, `amiable_view_${audience}`, secure);
    return (
      (view && (await this.contextOfView(audience as 'agency' | 'client', view, req))) ||
      this.contextOf(audience, readCookie(req, `amiable_${audience}`, secure), req)
    );
  }

  /** The context of a look through another's eyes: it counts while its viewer is signed in himself, in the same browser. */
  private async contextOfView(audience: 'agency' | 'client', token: string, req: Request): Promise<RequestContext | undefined> {
    const found = isSessionToken(token) ? await this.find(audience, token, true) : undefined;
    if (!found?.viewer_id) return undefined;
    const viewer = await this.contextOf('agency', readCookie(req, 'amiable_agency', isSecure(this.settings)), req);
    if (viewer.actor.kind !== 'staff' || viewer.actor.id !== found.viewer_id || !viewer.can('viewAs', 'User')) return undefined;
    const actor = actorOf(audience, found);
    if (!mayLookAs(viewer.actor, actor)) return undefined; // somebody's role or reach changed meanwhile
    const viewId = found.view_id!;
    const view = {
      by: found.viewer_name!,
      until: found.view_until!.toISOString(),
      viewer: viewer.actor,
      noteLook: (what: string) => this.noteLook(viewId, what),
    };
    return new RequestContext(audience, actor, languageOf(req), { ip: req.ip, sessionToken: token, view });
  }

  private async noteLook(viewId: string, what: string): Promise<void> {
    await this.database.outsideClients((db) =>
      db.rows(`insert into staff_view_looks (view_id, at, what) values ($1, $2, $3)`, [viewId, toDate(db.clock.now()), what]),
    );
  }

  /** The same for a session id at hand, as just after signing in. */
  async contextOf(audience: Audience, token: string | undefined, req: Request): Promise<RequestContext> {
    // What a screen asks while nobody touches it is no sign of life: it says so itself.
    const known = isSessionToken(token) ? await this.find(audience, token, req.headers['x-amiable-idle'] === undefined) : undefined;
    const found = known?.viewer_id ? undefined : known; // what opens a view opens nothing else
    const facts = { ip: req.ip, sessionToken: found ? token : undefined };
    // Our own screens say in which language they are read; elsewhere it is the user's.
    const own = req.headers['x-amiable-face'] === undefined ? found?.language : undefined;
    return new RequestContext(audience, found ? actorOf(audience, found) : nobody, own ?? languageOf(req), facts);
  }

  /** Who a session belongs to at this moment, without taking the question for a sign of life; undefined when it is over. */
  async actorNow(audience: Audience, token: string): Promise<Actor | undefined> {
    const found = isSessionToken(token) ? await this.find(audience, token, false) : undefined;
    return found && actorOf(audience, found);
  }

  private async find(audience: Audience, token: string, signOfLife: boolean): Promise<FoundSession | undefined> {
    const now = toDate(this.database.clock.now());
    const params = [hashToken(token), audience, now, sessionLifetimes[audience].idle, seenAtMostEverySeconds, signOfLife];
    return (await this.database.acrossClientsAtOnce<FoundSession>('all', [findSession, params]))[0];
  }
}

function actorOf(audience: Audience, found: FoundSession): Actor {
  const { user_id: id, name, client_id: clientId } = found;
  if (audience === 'agency') return { kind: 'staff', id, name, role: found.role as never, portfolio: portfolioOf(found) ?? 'all' };
  if (audience === 'client') return { kind: 'client', id, name, role: found.role as never, clientId };
  return { kind: 'debtor', id, name, clientId, caseId: found.case_id, brandId: found.brand_id };
}

/** In a view: what both reach. */
function portfolioOf({ portfolio, viewer_id, viewer_portfolio }: FoundSession): readonly string[] | null {
  return viewer_id ? commonPortfolio(portfolio, viewer_portfolio) : portfolio;
}
