import { BrandFieldRefused } from '../brand/brand.errors';
import { readBrandWish, readEmail, readIban } from '../brand/brand-fields.rules';
import { isSiren, vatNumberOfSiren } from './siren.rules';

/** A company as it is told: who, where, how to reach it, and where its money is remitted to. */
export interface CompanyFields {
  readonly name: string;
  readonly legalName: string;
  readonly siren: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  readonly settlementIban: string | null;
  readonly settlementHolder: string | null;
}

export interface Company extends CompanyFields {
  readonly vatNumber: string;
}

/** A company with each field as it is kept; the VAT number follows from the SIREN. Throws BrandFieldRefused at the field. */
export function readCompany(told: CompanyFields): Company {
  const siren = told.siren.replace(/\s/g, '');
  const line = (field: 'name' | 'legalName' | 'settlementHolder', value: string) => {
    try {
      return readBrandWish({ bankHolder: value }).bankHolder ?? missing(field);
    } catch (error) {
      throw error instanceof BrandFieldRefused ? new BrandFieldRefused(error.code as never, field, error.facts as never) : error;
    }
  };
  const name = line('name', told.name);
  const legalName = line('legalName', told.legalName || told.name);
  if (!isSiren(siren)) throw new BrandFieldRefused('NOT_A_SIREN', 'siren', { value: siren.slice(0, 20) });
  const { phone, addressLine, postcode, city } = readBrandWish({
    phone: told.phone,
    addressLine: told.addressLine,
    postcode: told.postcode,
    city: told.city,
  });
  const settlementIban = told.settlementIban?.trim() ? readIban(told.settlementIban, 'settlementIban') : null;
  return {
    name,
    legalName,
    siren,
    vatNumber: vatNumberOfSiren(siren),
    addressLine: addressLine!,
    postcode: postcode!,
    city: city!,
    email: readEmail(told.email, 'email'),
    phone: phone!,
    settlementIban,
    settlementHolder: settlementIban ? line('settlementHolder', told.settlementHolder?.trim() || legalName) : null,
  };
}

function missing(field: string): never {
  throw new BrandFieldRefused('TEXT_MISSING', field);
}
