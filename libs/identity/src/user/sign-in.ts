import { Database, SETTINGS, Throttle, type Limit, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { hashPassword, verifyPassword } from '../password/password';
import { passwordLength } from '../password/password.rules';
import { isSecure, readCookie, writeCookie } from '../session/cookies';
import { SessionReader } from '../session/session-reader';
import { openSession } from '../session/sessions';
import { networkOf, throttleKey } from '../session/throttle-keys';
import { deviceRemembered, knownDevice, markDevice } from './known-device';
import { SignInRefused } from './sign-in.errors';
import { accountLimit, deviceLimit, networkLimit, strangerLimit } from './sign-in.limits';

export interface SignInWish {
  readonly audience: 'agency' | 'client';
  readonly email: string;
  readonly password: string;
}

interface Credential {
  readonly user_id: string;
  readonly client_id: string | null;
  readonly password_hash: string;
  readonly active: boolean;
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
    const secret = this.settings.AMIABLE_SECRET;
    const secure = isSecure(this.settings);
    const account = email.normalize('NFKC').trim().toLowerCase().slice(0, 320);
    const tries = this.triesOf(audience, account, networkOf(req.ip), readCookie(req, 'amiable_device', secure));
    await this.throttle.hit(...tries);

    const credential = await this.find(audience, account);
    const check = await verifyPassword(secret, password.slice(0, 4 * passwordLength.longest), credential?.password_hash ?? null);
    if (!credential || !check.holds || !credential.active) throw new SignInRefused();

    const stronger = check.rehash ? await hashPassword(secret, password) : null;
    const token = await this.database.outsideClients(async (db) => {
      if (stronger)
        await db.rows(`update credentials set password_hash = $2 where email = $1 and password_hash = $3`, [
          account,
          stronger,
          credential.password_hash,
        ]);
      await db.rows(`update throttles set hits = greatest(hits - 1, 0) where key = any($1)`, [
        tries.map(({ limit, key }) => `${limit.name}:${key}`),
      ]); // a success is no try
      const owner =
        audience === 'agency'
          ? { audience, userId: credential.user_id }
          : { audience, userId: credential.user_id, clientId: credential.client_id! };
      return openSession(db, owner, { userAgent: req.headers['user-agent'], former: readCookie(req, `amiable_${audience}`, secure) });
    });
    res.append('Set-Cookie', writeCookie(`amiable_${audience}`, token, secure));
    res.append('Set-Cookie', writeCookie('amiable_device', markDevice(secret, `${audience} ${account}`), secure, deviceRemembered));
    return this.reader.contextOf(audience, token, req);
  }

  /** What a try is counted under: the network, the account from there, and the browser, known or strange. */
  private triesOf(audience: string, account: string, network: string, mark: string | undefined): Array<{ limit: Limit; key: string }> {
    const key = (...parts: string[]) => throttleKey(this.settings.AMIABLE_SECRET, audience, ...parts);
    const device = knownDevice(this.settings.AMIABLE_SECRET, `${audience} ${account}`, mark);
    return [
      { limit: networkLimit, key: key(network) },
      { limit: accountLimit, key: key(network, account) },
      device ? { limit: deviceLimit, key: key(account, device) } : { limit: strangerLimit, key: key(account) },
    ];
  }

  private find(audience: 'agency' | 'client', email: string): Promise<Credential | undefined> {
    return this.database.acrossClients('all', (db) =>
      db.row<Credential>(
        `
      select c.user_id, c.client_id, c.password_hash, coalesce(s.active, u.active, false) as active
      from credentials c
      left join staff_users s on c.audience = 'agency' and s.id = c.user_id
      left join client_users u on c.audience = 'client' and u.client_id = c.client_id and u.id = c.user_id
      where c.email = $1 and c.audience = $2`,
        [email, audience],
      ),
    );
  }
}
