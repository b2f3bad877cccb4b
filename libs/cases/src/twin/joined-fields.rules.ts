/** What one debtor has once: the columns of his row that two joined rows share. */
export const sharedColumns = [
  'name',
  'legal_form',
  'siren',
  'siret',
  'vat_number',
  'register',
  'iban',
  'born_on',
  'email',
  'phone',
  'address_line',
  'postcode',
  'city',
  'country',
  'language',
  'prefers_from',
  'prefers_until',
  'address_returned_on',
  'refuses_email',
  'refuses_calls',
  'care_until',
  'contact_doubtful_at',
  'contacts',
] as const;
export type SharedColumn = (typeof sharedColumns)[number];
/** A debtor's shared columns as the database writes them in JSON. */
export type SharedData = Readonly<Record<SharedColumn, string | number | boolean | null>>;

const address: readonly SharedColumn[] = ['address_line', 'postcode', 'city', 'country', 'address_returned_on'];

/**
 * What a debtor is once two rows of him are joined: the kept row's data, completed by the other's. An address is one thing. What protects him
 * (refusals, care, doubt) holds when either row says so.
 */
export function joinedData(kept: SharedData, other: SharedData): SharedData {
  const takesAddress = kept.address_line === null && other.address_line !== null;
  const latest = (a: SharedData[SharedColumn], b: SharedData[SharedColumn]) => (a === null || (b !== null && b > a) ? b : a);
  return Object.fromEntries(
    sharedColumns.map((name) => {
      const [mine, theirs] = [kept[name], other[name]];
      if (address.includes(name)) return [name, takesAddress ? theirs : mine];
      if (name === 'refuses_email' || name === 'refuses_calls') return [name, mine === true || theirs === true];
      if (name === 'care_until' || name === 'contact_doubtful_at') return [name, latest(mine, theirs)];
      if (name === 'contacts') return [name, Number(mine) + Number(theirs)];
      return [name, mine ?? theirs];
    }),
  ) as unknown as SharedData;
}

/** What a row is again after a separation: as before, but for what was corrected since. */
export function separatedData(now: SharedData, joined: SharedData, before: SharedData): SharedData {
  return Object.fromEntries(
    sharedColumns.map((name) => [name, now[name] === joined[name] ? before[name] : now[name]]),
  ) as unknown as SharedData;
}
