/** Why a written amount was refused; `facts` fill the sentence. */
export interface AmountRefusal {
  code: 'AMOUNT_INVALID' | 'AMOUNT_TOO_MANY_DECIMALS' | 'AMOUNT_TOO_LARGE';
  facts: Record<string, string | number>;
}

/** Largest amount read, in minor units: ten thousand million euros. Below 2^53, so digits may be gathered exactly in a number. */
export const LARGEST_AMOUNT = 1_000_000_000_000n;
const LARGEST = Number(LARGEST_AMOUNT);

const SCALE = [1, 10, 100, 1000, 10_000];
const GROUPED = {
  ',': /^(?:\d{1,3}(?:([ .'])\d{3})(?:\1\d{3})*|\d+)?(?:,(\d+))?$/,
  '.': /^(?:\d{1,3}(?:([ ,'])\d{3})(?:\1\d{3})*|\d+)?(?:\.(\d+))?$/,
} as const;
const MARK = '(?:€|£|\\$|¥|[A-Z]{3})';
const DRESSED = new RegExp(`^([-+(]?) ?(?:${MARK} ?)?([-+]?)([\\d.,' ]*\\d)((?: ?${MARK})?)(?: ?([-)]))?(?: ?${MARK})?$`);

/**
 * Reads a written amount into minor units: "1 234,56", "1.234,56", "(12,00)", "12,00-", "€ 12", "-0,00".
 * By its digits, never through a float. `decimals` is the number of minor digits of the currency.
 */
export function parseAmount(cell: string, decimalSign: ',' | '.', decimals = 2): bigint | AmountRefusal {
  const plain = parsePlain(cell, decimalSign === ',' ? 44 : 46, decimals);
  return plain === null ? parseDressed(cell, decimalSign, decimals) : BigInt(plain);
}

/** The short path: -?digits[sign digits], at most 12 digits before the sign. Null when it is anything else. */
function parsePlain(cell: string, signCode: number, decimals: number): number | null {
  const length = cell.length;
  if (length === 0 || length > 12) return null;
  const negative = cell.charCodeAt(0) === 45;
  let units = 0;
  let at = negative ? 1 : 0;
  const start = at;
  for (; at < length; at++) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    units = units * 10 + digit;
  }
  if (at === start) return null;
  let fraction = 0;
  if (at < length) {
    if (cell.charCodeAt(at) !== signCode) return null;
    for (at++; at < length; at++) {
      const digit = cell.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return null;
      units = units * 10 + digit;
      fraction++;
    }
    if (fraction === 0 || fraction > decimals) return null;
  }
  const minor = units * (SCALE[decimals - fraction] as number);
  if (minor > LARGEST) return null;
  return negative && minor !== 0 ? -minor : minor;
}

function parseDressed(cell: string, decimalSign: ',' | '.', decimals: number): bigint | AmountRefusal {
  const invalid: AmountRefusal = { code: 'AMOUNT_INVALID', facts: { expected: decimalSign === ',' ? '1 234,56' : '1,234.56' } };
  if (cell.length > 60) return invalid;
  const text = cell
    .replace(/[\u00a0\u202f\u2009\u2007\t ]+/g, ' ')
    .replace(/’/g, "'")
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .trim();
  const match = DRESSED.exec(text);
  if (!match) return invalid;
  const [, lead = '', inner = '', body = '', , tail = ''] = match;
  if ((lead === '(') !== (tail === ')')) return invalid;
  if ([lead, inner, tail].filter((sign) => sign !== '' && sign !== ')').length > 1) return invalid; // two signs
  const parts = GROUPED[decimalSign].exec(body);
  if (!parts) return invalid;
  const written = parts[2] ?? '';
  const whole = (parts[2] === undefined ? body : body.slice(0, -written.length - 1)).replace(/\D/g, '').replace(/^0+/, '');
  // Databases print 55.9400; but three decimals are never let pass, "1.000" could be a thousand.
  const fraction = written.length > Math.max(3, decimals) ? written.replace(/0+$/, '') : written;
  if (fraction.length > decimals) return { code: 'AMOUNT_TOO_MANY_DECIMALS', facts: { decimals: written.length, expected: decimals } };
  const minor = BigInt(whole + fraction.padEnd(decimals, '0') || '0');
  if (minor > LARGEST_AMOUNT) return { code: 'AMOUNT_TOO_LARGE', facts: { expected: String(LARGEST_AMOUNT / 10n ** BigInt(decimals)) } };
  return lead === '(' || [lead, inner, tail].includes('-') ? -minor : minor;
}

const SYMBOLS: Record<string, string> = { '€': 'EUR', '£': 'GBP', $: 'USD', '¥': 'JPY' };

/** The currency written beside an amount ("€ 12", "12 CHF"), or null. */
export function currencyWrittenIn(cell: string): string | null {
  const mark = /[€£$¥]|[A-Z]{3}/.exec(cell)?.[0];
  return mark ? (SYMBOLS[mark] ?? mark) : null;
}
