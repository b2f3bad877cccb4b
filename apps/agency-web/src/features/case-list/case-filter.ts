import type { CaseFilter } from '@documents';

/** What the list of cases can be narrowed by, as its address says it. */
export const filterNames = [
  'text',
  'client',
  'state',
  'stage',
  'owner',
  'least',
  'most',
  'late',
  'lateMost',
  'tag',
  'promise',
  'plan',
  'language',
  'silent',
  'quality',
  'twins',
  'disputed',
  'occasion',
  'limit',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Record<FilterName, string>;
export const orders = ['NEWEST', 'OLDEST_DUE', 'LARGEST'] as const;

/** Names that stand behind “more filters”. */
export const furtherNames: readonly FilterName[] = [
  'least',
  'most',
  'late',
  'lateMost',
  'tag',
  'promise',
  'plan',
  'language',
  'silent',
  'quality',
  'twins',
  'disputed',
  'occasion',
  'limit',
];

const wholeOf = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : null);
const amountOf = (text: string) =>
  /^\d{1,13}([.,]\d{1,2})?$/.test(text.replace(/\s/g, '')) ? text.replace(/\s/g, '').replace(',', '.') : null;

/** The filter as the server takes it; what an address says wrongly is left out. */
export function filterOf(filters: Filters): CaseFilter {
  return {
    text: filters.text || null,
    clientId: filters.client || null,
    state: (filters.state || null) as CaseFilter['state'] & string,
    stage: (filters.stage || null) as CaseFilter['stage'] & string,
    owner: filters.owner === 'me' ? null : filters.owner || null,
    mine: filters.owner === 'me' ? true : null,
    leastOpen: amountOf(filters.least),
    mostOpen: amountOf(filters.most),
    leastDaysLate: wholeOf(filters.late),
    mostDaysLate: wholeOf(filters.lateMost),
    tag: filters.tag || null,
    promise: (filters.promise || null) as CaseFilter['promise'] & string,
    plan: (filters.plan || null) as CaseFilter['plan'] & string,
    language: filters.language || null,
    silentDays: wholeOf(filters.silent),
    mostDataQuality: wholeOf(filters.quality),
    hasTwins: filters.twins ? true : null,
    disputed: filters.disputed ? true : null,
    limit: (filters.limit || null) as CaseFilter['limit'] & string,
    occasion: (filters.occasion || null) as CaseFilter['occasion'] & string,
  };
}

/** The filters that the address of a list says. */
export function filtersOfQuery(query: string): Filters {
  const params = new URLSearchParams(query);
  return Object.fromEntries(filterNames.map((name) => [name, params.get(name) ?? ''])) as Filters;
}

/** The address part of a list: only what is said. */
export function queryOf(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();
}
