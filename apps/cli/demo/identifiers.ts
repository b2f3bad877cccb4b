/** Invented identifiers whose check digits are right: forms and files accept them, no company owns them knowingly. */

/** A SIREN of eight given digits and its Luhn digit. */
export function siren(eight: string): string {
  const sum = eight
    .split('')
    .reverse()
    .reduce(
      (total, digit, i) => total + (i % 2 === 0 ? ((Number(digit) * 2) % 10) + Math.floor((Number(digit) * 2) / 10) : Number(digit)),
      0,
    );
  return eight + String((10 - (sum % 10)) % 10);
}

/** The VAT number of a SIREN: key = (12 + 3 x (SIREN mod 97)) mod 97. */
export function vatNumber(ofSiren: string): string {
  return `FR${String((12 + 3 * (Number(ofSiren) % 97)) % 97).padStart(2, '0')}${ofSiren}`;
}

/** A French IBAN with its RIB key (97) and its check digits (ISO 13616). Bank 99999 does not exist. */
export function iban(branch: string, account: string): string {
  const bank = '99999';
  const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n);
  const bban = bank + branch + account + key.toString().padStart(2, '0');
  const check = 98n - (BigInt(`${bban}152700`) % 97n);
  return `FR${check.toString().padStart(2, '0')}${bban}`;
}
