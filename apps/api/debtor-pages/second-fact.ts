import { parseDecimal } from '@amiable/kernel';
import { Database } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { isSamePostcode } from './postcode.rules';
import { typedAmount } from './typed-values.rules';

/** What a person must know beside the link: the postcode of the letters or, where we have none, the amount of one invoice. */
export interface SecondFact {
  readonly asks: 'postcode' | 'amount';
  /** The debtor's own language, for the door. */
  readonly language: string;
  isRight(typed: string): boolean;
}

/** The second fact of a case (trust.md 3.1): a link alone, in a mailbox that others read too, opens nothing. */
@Injectable()
export class SecondFacts {
  constructor(private readonly database: Database) {}

  async of(clientId: string, caseId: string): Promise<SecondFact> {
    const row = await this.database.inTenant(clientId, (db) =>
      db.row<{ postcode: string | null; language: string; amounts: string[] }>(
        `select nullif(trim(d.postcode), '') as postcode, d.language,
           (select coalesce(array_agg(distinct i.amount_minor::text), '{}') from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.kind = 'invoice') as amounts
         from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = $1 and c.id = $2`,
        [clientId, caseId],
      ),
    );
    const { postcode, language, amounts } = row!;
    if (postcode) return { asks: 'postcode', language, isRight: (typed) => isSamePostcode(postcode, typed) };
    return { asks: 'amount', language, isRight: (typed) => amounts.includes(minorOf(typed)) };
  }
}

function minorOf(typed: string): string {
  try {
    return parseDecimal(typedAmount(typed)).toString();
  } catch {
    return '';
  }
}
