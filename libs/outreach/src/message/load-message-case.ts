import { Case, Debtor } from '@amiable/cases';
import { Brand, Client, Mandate, readAgency } from '@amiable/clients';
import type { TenantDb } from '@amiable/platform';
import type { MessageCase } from './gather-facts';

/** Loads what messages of a case need. `hold` keeps the case from changing until the message has left. */
export async function loadMessageCase(db: TenantDb, caseId: string, hold = false): Promise<MessageCase> {
  const theCase = hold ? await db.lock(Case, caseId) : await db.find(Case, caseId);
  return {
    theCase,
    debtor: await db.find(Debtor, theCase.debtorId),
    brand: await db.find(Brand, theCase.brandId),
    client: await db.of(Client).findOneByOrFail({ clientId: db.clientId }),
    mandate: await db.find(Mandate, theCase.mandateId),
    agency: await readAgency(db),
  };
}
