import { NotFound, toDate } from '@amiable/kernel';
import { Database, SETTINGS, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { hashPassword } from '../password/password';
import { requireGoodPassword } from '../password/password.rules';
import { endSessionsOf } from '../session/sessions';

export interface SetPasswordInput {
  readonly audience: 'agency' | 'client';
  readonly email: string;
  readonly password: string;
}

/** Mot de passe. Gives a user a new password and ends all their sessions: whoever knew the old one is out. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws PasswordRefused, and NotFound when nobody has this address. */
  async run(ctx: RequestContext, { audience, email, password }: SetPasswordInput): Promise<void> {
    ctx.may('set', 'Password');
    requireGoodPassword(password);
    const hash = await hashPassword(this.settings.AMIABLE_SECRET, password);
    const address = email.trim().toLowerCase();
    await this.database.acrossClients(ctx.portfolio, async (db) => {
      const user = await db.row<{ id: string; client_id: string | null }>(
        audience === 'agency'
          ? `select id, null as client_id from staff_users where lower(email) = $1`
          : `select id, client_id from client_users where lower(email) = $1`,
        [address],
      );
      if (!user) throw new NotFound(audience === 'agency' ? 'StaffUser' : 'ClientUser');
      await db.rows(
        `insert into credentials as c (email, audience, user_id, client_id, password_hash, changed_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (email) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
        where c.user_id = excluded.user_id and c.audience = excluded.audience`,
        [address, audience, user.id, user.client_id, hash, toDate(db.clock.now())],
      );
      await endSessionsOf(db, user.id);
    });
  }
}
