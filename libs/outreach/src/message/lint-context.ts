import type { Case } from '@amiable/cases';
import { type DebtorLanguage, isDebtorLanguage } from '@amiable/identity';
import type { TenantDb } from '@amiable/platform';
import type { LintContext } from '../lint/lint.types';

/** Who a text of this case would be read by, and in whose name it speaks. */
export async function readLintContext(db: TenantDb, theCase: Pick<Case, 'id' | 'hat'>): Promise<LintContext> {
  const row = (await db.row<{
    kind: 'person' | 'company';
    language: string;
    debtor: string;
    brand: string;
    brand_language: DebtorLanguage;
    agency: string | null;
  }>(
    `select d.kind, d.language, d.name as debtor, b.name as brand, b.language as brand_language, (select name from agency) as agency
     from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id join brands b on b.client_id = c.client_id and b.id = c.brand_id
     where c.client_id = $1 and c.id = $2`,
    [db.clientId, theCase.id],
  ))!;
  return {
    language: isDebtorLanguage(row.language) ? row.language : row.brand_language,
    debtorKind: row.kind,
    hat: theCase.hat,
    agencyName: row.agency ?? '',
    names: [row.debtor, row.brand],
  };
}
