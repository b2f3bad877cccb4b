import { Refusal } from '@amiable/kernel';

/** A field of the brand is not what it must be: the code names the fault, `field` the place. */
export class BrandFieldRefused extends Refusal {
  constructor(
    code:
      | 'TEXT_MISSING'
      | 'TEXT_TOO_LONG'
      | 'NOT_A_COLOUR'
      | 'NOT_AN_EMAIL'
      | 'NOT_AN_ADDRESS'
      | 'NOT_A_PHONE'
      | 'NOT_AN_IBAN'
      | 'NOT_A_BIC'
      | 'NOT_A_SIREN'
      | 'BANK_HOLDER_MISSING'
      | 'BAD_INPUT',
    field: string,
    facts: Record<string, string | number> = {},
  ) {
    super(code, facts, field);
  }
}
