import { toDate } from '@amiable/kernel';
import { Database, SETTINGS, Throttle, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { hashPassword } from '../password/password';
import { requireGoodPassword } from '../password/password.rules';
import { hashToken } from '../session/sessions';
import { InvitationOver } from './invitation.errors';

export interface AcceptInvitationInput {
  readonly token: string;
  readonly password: string;
}

const tries = { name: 'invitation', hits: 20, seconds: 3_600 };

/** Invitation acceptée: the first password of a client's user; the link opens once. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Answers the address to sign in with. Throws TooManyTries, PasswordRefused, InvitationOver. */
  async run(ctx: RequestContext, { token, password }: AcceptInvitationInput): Promise<{ email: string }> {
    await this.throttle.hit({ limit: tries, key: ctx.ip ?? 'unknown' });
    requireGoodPassword(password);
    const found = /^[A-Za-z0-9_-]{27}$/.test(token)
      ? await this.database.outsideClients((db) =>
          db.row<{ client_id: string }>(`select client_id from invitations where token_hash = $1 and used_at is null and expires_at > $2`, [
            hashToken(token),
            toDate(db.clock.now()),
          ]),
        )
      : undefined;
    if (!found) throw new InvitationOver();
    const hash = await hashPassword(this.settings.AMIABLE_SECRET, password);
    return this.database.inTenant(found.client_id, async (db) => {
      const now = toDate(db.clock.now());
      const user = await db.row<{ user_id: string; email: string }>(
        `with used as (update invitations set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning client_id, user_id)
         select used.user_id, u.email from used join client_users u on u.client_id = used.client_id and u.id = used.user_id where u.active`,
        [hashToken(token), now],
      );
      if (!user) throw new InvitationOver(); // somebody was a moment faster
      const taken = await db.row(
        `insert into credentials (email, audience, user_id, client_id, password_hash, changed_at) values ($1, 'client', $2, $3, $4, $5)
         on conflict (email) do nothing returning email`,
        [user.email, user.user_id, db.clientId, hash, now],
      );
      if (!taken) throw new InvitationOver(); // the address signs in elsewhere since
      return { email: user.email };
    });
  }
}
