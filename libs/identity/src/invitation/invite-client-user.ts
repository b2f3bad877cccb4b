import { messageToken, newId, toDate } from '@amiable/kernel';
import { publish, SETTINGS, UseCase, type ClientRole, type RequestContext, type Settings, type TenantDb } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../session/sessions';
import { AddressInUse, InvitationRefused } from './invitation.errors';

export interface InviteClientUserInput {
  readonly email: string;
  readonly name: string;
  readonly role: ClientRole;
  readonly language: 'fr' | 'en';
}

/** How long the link of an invitation opens. */
export const invitationDays = 7;

/**
 * Invitation d'un utilisateur du client: the user is known at once and chooses a password by a link in a mail; invited again, the
 * former links are dead. Throws Forbidden, InvitationRefused, AddressInUse.
 */
@Injectable()
export class InviteClientUser extends UseCase<InviteClientUserInput, { userId: string }> {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'AMIABLE_SECRET'>) {
    super();
  }

  async run(ctx: RequestContext, db: TenantDb, input: InviteClientUserInput): Promise<{ userId: string }> {
    ctx.may('invite', 'ClientUser');
    const email = input.email.trim().toLowerCase();
    const name = input.name.replace(/\s+/g, ' ').trim().slice(0, 80);
    if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(email) || email.length > 254)
      throw new InvitationRefused('NOT_AN_EMAIL', 'email');
    if (name === '') throw new InvitationRefused('TEXT_MISSING', 'name');
    if (await db.row(`select email from credentials where email = $1`, [email])) throw new AddressInUse();
    await db.rows(`select pg_advisory_xact_lock(hashtext($1))`, [`invite ${email}`]);
    const known = await db.row<{ id: string }>(`select id from client_users where client_id = $1 and email = $2`, [db.clientId, email]);
    const userId = known?.id ?? newId();
    await db.rows(
      known
        ? `update client_users set name = $4, role = $5, language = $6 where client_id = $1 and id = $2 and email = $3`
        : `insert into client_users (client_id, id, email, name, role, language) values ($1, $2, $3, $4, $5, $6)`,
      [db.clientId, userId, email, name, input.role, input.language],
    );
    const now = db.clock.now();
    await db.rows(`update invitations set expires_at = $3 where client_id = $1 and user_id = $2 and used_at is null and expires_at > $3`, [
      db.clientId,
      userId,
      toDate(now),
    ]);
    const invitationId = newId();
    await db.rows(`insert into invitations (token_hash, client_id, user_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`, [
      hashToken(messageToken(this.settings.AMIABLE_SECRET, invitationId)),
      db.clientId,
      userId,
      toDate(now),
      toDate(now.add({ hours: 24 * invitationDays })),
    ]);
    await publish(db, {
      topic: 'client-user.invited',
      key: `client-user.invited:${invitationId}`,
      payload: { invitationId, userId, by: ctx.actor.name },
    });
    return { userId };
  }
}
