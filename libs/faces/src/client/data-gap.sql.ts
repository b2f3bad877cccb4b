import type { QualityGap } from '@amiable/cases';

const noAddress = `(d.address_line is null or d.postcode is null or d.city is null)`;

/** When a debtor `d` lacks something, as data-quality.rules.ts says it; a spec compares the two. */
export const lacks: Readonly<Record<QualityGap, string>> = {
  email: `d.email is null`,
  phone: `d.phone is null`,
  address: noAddress,
  address_returned: `(not ${noAddress} and d.address_returned_on is not null)`,
  siren: `(d.kind = 'company' and d.siren is null)`,
  contact: `(d.kind = 'company' and d.contacts = 0)`,
  vat_number: `(d.kind = 'company' and d.vat_number is null)`,
};

/** All that a debtor `d` lacks, as an array of words. */
export const gapsSql = `array_remove(array[${Object.entries(lacks)
  .map(([gap, condition]) => `case when ${condition} then '${gap}' end`)
  .join(', ')}], null)`;

/** Does a debtor `d` lack what the parameter names? */
export const lacksSql = (parameter: string): string =>
  `case ${parameter} ${Object.entries(lacks)
    .map(([gap, condition]) => `when '${gap}' then ${condition}`)
    .join(' ')} end`;
