/** A SIREN holds its own check: the Luhn sum of its nine digits ends in 0. */
export function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const sum = [...text].reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** The VAT number that follows from a SIREN: FR, a key of two digits, the SIREN. */
export function vatNumberOfSiren(siren: string): string {
  return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;
}
