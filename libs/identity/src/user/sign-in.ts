import { Database, SETTINGS, Throttle, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { hashPassword, verifyPassword } from '../password/password';
import { passwordLength } from '../password/password.rules';
import { isSecure, readCookie, writeCookie } from '../session/cookies';
import { SessionReader } from '../session/session-reader';
import { openSession } from '../session/sessions';
import { networkOf, throttleKey } from '../session/throttle-keys';
import { SignInRefused } from './sign-in.errors';
import { accountLimit, networkLimit } from './sign-in.limits';

export interface SignInWish {
  readonly audience: 'agency' | 'client';
  readonly email: string;
  readonly password: string;
}

interface Credential {
  readonly user_id: string; readonly client_id: string | null; readonly password_hash: string; readonly active: boolean;
}

/** Connexion. Counts the try, then compares, then opens a new session and sets its cookie; answers the context of the signed-in user. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly reader: SessionReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws SignInRefused and TooManyTries. */
  async run({ audience, email, password }: SignInWish, req: Request, res: Response): Promise<RequestContext> {
    const account = email.normalize('NFKC').trim().toLowerCase().slice(0, 320);
    const network = networkOf(req.ip);
    const key = { network: throttleKey(this.settings.AMIABLE_SECRET, audience, network), account: throttleKey(this.settings.AMIABLE_SECRET, audience, network, account) };
    await this.throttle.hit({ limit: networkLimit, key: key.network }, { limit: accountLimit, key: key.account });

    const credential = await this.find(audience, account);
    const check = await verifyPassword(this.settings.AMIABLE_SECRET, password.slice(0, 4 * passwordLength.longest), credential?.password_hash ?? null);
    if (!credential || !check.holds || !credential.active) throw new SignInRefused();

    const stronger = check.rehash ? await hashPassword(this.settings.AMIABLE_SECRET, password) : null;
    const secure = isSecure(this.settings);
    const token = await this.database.outsideClients(async (db) => {
      if (stronger) await db.rows(`update credentials set password_hash = $2 where email = $1 and password_hash = $3`, [account, stronger, credential.password_hash]);
      await db.rows(`delete from throttles where key = $1`, [`${accountLimit.name}:${key.account}`]);
      await db.rows(`update throttles set hits = greatest(hits - 1, 0) where key = $1`, [`${networkLimit.name}:${key.network}`]);
      const owner = audience === 'agency' ? { audience, userId: credential.user_id } : { audience, userId: credential.user_id, clientId: credential.client_id! };
      return openSession(db, owner, { userAgent: req.headers['user-agent'], former: readCookie(req, `amiable_${audience}`, secure) });
    });
    res.append('Set-Cookie', writeCookie(`amiable_${audience}`, token, secure));
    return this.reader.contextOf(audience, token, req);
  }

  private find(audience: 'agency' | 'client', email: string): Promise<Credential | undefined> {
    return this.database.acrossClients('all', (db) => db.row<Credential>(`
      select c.user_id, c.client_id, c.password_hash, coalesce(s.active, u.active, false) as active
      from credentials c
      left join staff_users s on c.audience = 'agency' and s.id = c.user_id
      left join client_users u on c.audience = 'client' and u.client_id = c.client_id and u.id = c.user_id
      where c.email = $1 and c.audience = $2`, [email, audience]));
  }
}
