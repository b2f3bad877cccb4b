import { createHash, createHmac } from 'node:crypto';
import { addressOfBrand } from '@amiable/clients';
import { accessCode } from '@amiable/kernel';
import type { Database, Settings } from '@amiable/platform';
import { demoAgencyName, demoPassword } from './agency';

/** Who may sign in to the demo, and where a debtor may look. */
export interface DemoLogin {
  readonly face: 'agency' | 'client' | 'debtor';
  readonly who: string;
  readonly login?: string;
  readonly password?: string;
  readonly url?: string;
}

/** The token of a sample link; made from the secret, so that it can be shown again although only its hash is stored. */
export function sampleToken(secret: string, number: number): string {
  return createHmac('sha256', secret).update(`demo debtor link ${number}`).digest().subarray(0, 20).toString('base64url');
}

export const sampleLinks = 5;

/** The logins of a loaded demo; none when this database is not the demo. */
export async function demoLogins(
  database: Database,
  { AMIABLE_SECRET, PUBLIC_URL }: Pick<Settings, 'AMIABLE_SECRET' | 'PUBLIC_URL'>,
): Promise<DemoLogin[]> {
  const hashes = Array.from({ length: sampleLinks }, (_, i) => createHash('sha256').update(sampleToken(AMIABLE_SECRET, i)).digest());
  return database.acrossClientsAsAuditor(async (db) => {
    const agency = await db.row<{ name: string }>(`select name from agency`);
    if (agency?.name !== demoAgencyName) return [];
    const staff = await db.rows<{ email: string; name: string; role: string }>(
      `select email, name, role from staff_users order by array_position(array['collector', 'manager', 'accountant', 'admin'], role), name`,
    );
    const users = await db.rows<{ email: string; name: string; role: string; client: string }>(
      `select u.email, u.name, u.role, c.name as client from client_users u join clients c using (client_id) where u.role = 'owner' order by c.name`,
    );
    const links = await db.rows<{
      token_hash: Buffer;
      slug: string;
      host: string | null;
      brand: string;
      case_id: string;
      reference: string;
      language: string;
      fact: string;
      invoices: number;
    }>(
      `select l.token_hash, b.slug, b.host, b.name as brand, c.id as case_id, c.reference, d.language,
         coalesce('postcode ' || nullif(trim(d.postcode), ''), (select 'amount ' || i.amount_minor / 100 || '.' || lpad((i.amount_minor % 100)::text, 2, '0') from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.kind = 'invoice' order by i.number limit 1)) as fact,
         (select count(*)::int from invoices i where i.client_id = c.client_id and i.case_id = c.id) as invoices
       from debtor_links l join brands b on b.client_id = l.client_id and b.id = l.brand_id
       join cases c on c.client_id = l.client_id and c.id = l.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where l.token_hash = any($1) order by b.name`,
      [hashes],
    );
    return [
      ...staff.map((one): DemoLogin => ({ face: 'agency', who: `${one.name}, ${one.role}`, login: one.email, password: demoPassword })),
      ...users.map((one): DemoLogin => ({ face: 'client', who: `${one.name}, ${one.client}`, login: one.email, password: demoPassword })),
      ...links.map((link): DemoLogin => ({
        face: 'debtor',
        who: `${link.fact}  ${link.brand}, ${link.language}, ${link.invoices} invoices: ${link.reference} ${accessCode(AMIABLE_SECRET, link.case_id)}`,
        url: `${addressOfBrand(link, PUBLIC_URL)}/p/${sampleToken(
          AMIABLE_SECRET,
          hashes.findIndex((hash) => hash.equals(link.token_hash)),
        )}`,
      })),
    ];
  });
}
