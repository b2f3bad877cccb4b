import { looksLikeNumber, separatedDate } from './cell-shapes';
import type { FileFormat, FormatFinding } from './import-file.types';

type Found = { decimalSign: FileFormat['decimalSign']; thousands: FileFormat['thousands']; findings: FormatFinding[] };

/** Which sign a written number shows to be the decimal one: null when it could be either ("1,234" or "1234"). */
function decimalSignShown(cell: string): ',' | '.' | null {
  const comma = cell.lastIndexOf(',');
  const dot = cell.lastIndexOf('.');
  if (comma !== -1 && dot !== -1) {
    const last = comma > dot ? ',' : '.';
    return cell.split(last).length === 2 ? last : null;
  }
  const at = Math.max(comma, dot);
  if (at === -1) return null;
  const sign = cell[at] as ',' | '.';
  const digitsAfter = /^\d*/.exec(cell.slice(at + 1))?.[0].length ?? 0;
  if (cell.split(sign).length > 2) return digitsAfter === 3 ? (sign === ',' ? '.' : ',') : null;
  if (digitsAfter !== 3) return sign;
  return /(^|\D)0$/.test(cell.slice(0, at)) || /\d{4}$/.test(cell.slice(0, at)) ? sign : null;
}

const THOUSANDS = /\d([ \u00a0\u202f\u2009'’.,])\d{3}(?!\d)/;

/** Decimal sign and thousands sign, by the cells of the amount columns (of all numeric columns when none is known). */
export function detectDecimalSign(columns: readonly (readonly string[])[], separator: string): Found {
  let commas = 0;
  let dots = 0;
  let example = '';
  const grouped = new Map<FileFormat['thousands'], number>();
  for (const cells of columns) {
    for (const raw of cells) {
      const cell = raw.trim();
      if (cell === '' || !looksLikeNumber(cell) || separatedDate(cell)) continue;
      const shown = decimalSignShown(cell);
      if (shown === ',') commas++;
      if (shown === '.') dots++;
      if (shown && !example) example = cell;
      const group = THOUSANDS.exec(cell)?.[1];
      if (group && group !== shown) {
        const sign = group === ',' || group === '.' ? group : group === "'" || group === '’' ? "'" : ' ';
        grouped.set(sign, (grouped.get(sign) ?? 0) + 1);
      }
    }
  }
  const findings: FormatFinding[] = [];
  let decimalSign: ',' | '.';
  if (commas === 0 && dots === 0) {
    decimalSign = separator === ',' ? '.' : ',';
    findings.push({
      about: 'decimalSign',
      code: 'DECIMAL_BY_SEPARATOR',
      facts: { sign: decimalSign, separator },
      ambiguous: grouped.has(',') || grouped.has('.'),
    });
  } else {
    decimalSign = commas >= dots ? ',' : '.';
    const mixed = commas > 0 && dots > 0;
    findings.push({
      about: 'decimalSign',
      code: mixed ? 'DECIMAL_MIXED' : 'DECIMAL_SEEN',
      facts: { sign: decimalSign, commas, dots, example },
      ...(mixed ? { ambiguous: true } : {}),
    });
  }
  grouped.delete(decimalSign);
  const [thousands, count] = [...grouped].sort((a, b) => b[1] - a[1])[0] ?? (['', 0] as const);
  findings.push({ about: 'thousands', code: thousands ? 'THOUSANDS_SEEN' : 'THOUSANDS_NONE', facts: { sign: thousands, count } });
  return { decimalSign, thousands, findings };
}
