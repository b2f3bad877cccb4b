import { Database, type ReadDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from './brand.entity';

/** Which brand an address belongs to: an exact match in the table, or none. */
@Injectable()
export class BrandQueries {
  constructor(private readonly database: Database) {}

  /** `path:<slug>` or `host:<name>`; null when no brand lives there. */
  async brandAt(address: string): Promise<Brand | null> {
    if (address.includes('\0')) return null; // PostgreSQL would not even look
    const found = await this.database.outsideClients((db) =>
      db.row<{ client_id: string; brand_id: string }>(`select client_id, brand_id from brand_addresses where address = $1`, [address]),
    );
    return found ? this.database.inTenant(found.client_id, (db) => db.find(Brand, found.brand_id)) : null;
  }
}

/** The agency itself, one row. */
export interface Agency {
  readonly name: string;
  readonly legal_form: string;
  readonly siren: string;
  readonly vat_number: string;
  readonly address_line: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly primary_colour: string;
  readonly logo_svg: string | null;
  readonly trust_account_holder: string;
  readonly trust_iban: string;
  readonly trust_bic: string;
  readonly time_zone: string;
}

/** Reads the agency's row. Throws when the agency is not set up. */
export async function readAgency(db: ReadDb): Promise<Agency> {
  const agency = await db.row<Agency>(`select * from agency`);
  if (!agency) throw new Error('The agency is not set up: load the demo or insert its row.');
  return agency;
}
