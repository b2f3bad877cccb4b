import { Database, RequestContext, SETTINGS, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { endCookie, isSecure, readCookie } from '../session/cookies';
import { isSessionToken } from '../session/session.rules';
import { endSession } from '../session/sessions';

/** Déconnexion. Ends the session in the database and takes the cookie away; doing it twice is no fault. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(ctx: RequestContext, req: Request, res: Response): Promise<boolean> {
    if (ctx.audience === 'system') return false;
    const { audience } = ctx;
    const secure = isSecure(this.settings);
    const token = readCookie(req, `amiable_${audience}`, secure) ?? ctx.sessionToken; // in a view: one's own first, the view falls with it
    if (isSessionToken(token)) await this.database.outsideClients((db) => endSession(db, audience, token));
    res.append('Set-Cookie', endCookie(`amiable_${audience}`, secure));
    return true;
  }
}
