import { NotFound } from '@amiable/kernel';
import { Database, type ClientRole, type StaffRole } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { Shortcuts } from './choose-shortcuts';
import type { LanguageCode } from '../session/language';

interface User<Role> {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: LanguageCode;
  readonly agencyName: string;
}
export type StaffMember = User<StaffRole> & { readonly shortcuts: Shortcuts };
export type ClientMember = User<ClientRole> & { readonly companyName: string };

const agencyName = `(select name from agency) as "agencyName"`;

/** Who is signed in, as the screens show it. */
@Injectable()
export class UserQueries {
  constructor(private readonly database: Database) {}

  /** Throws NotFound. */
  async staffMember(id: string): Promise<StaffMember> {
    const found = await this.database.outsideClients((db) =>
      db.row<StaffMember>(`select id, name, email, role, language, shortcuts, ${agencyName} from staff_users where id = $1`, [id]),
    );
    if (!found) throw new NotFound('StaffUser');
    return { ...found, agencyName: found.agencyName ?? '' };
  }

  /** Throws NotFound. */
  async clientMember(clientId: string, id: string): Promise<ClientMember> {
    const found = await this.database.inTenant(clientId, (db) =>
      db.row<ClientMember>(
        `
      select u.id, u.name, u.email, u.role, u.language, c.name as "companyName", ${agencyName}
      from client_users u join clients c using (client_id) where u.client_id = $1 and u.id = $2`,
        [clientId, id],
      ),
    );
    if (!found) throw new NotFound('ClientUser');
    return { ...found, agencyName: found.agencyName ?? '' };
  }
}
