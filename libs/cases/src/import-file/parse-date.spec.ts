import fc from 'fast-check';
import { dateReader, dayAfter, parseTerms } from './parse-date';
import type { DateFormat } from './import-file.types';

const TODAY = '2026-11-23';
const read = (cell: string, format: DateFormat) => dateReader(format, TODAY)(cell);

describe('dateReader', () => {
  it.each([
    ['dd/MM/yyyy', '02/01/2025', '2025-01-02'],
    ['dd/MM/yyyy', '2/1/2025', '2025-01-02'],
    ['MM/dd/yyyy', '1/26/2013', '2013-01-26'],
    ['dd/MM/yyyy', '02-01-2025', '2025-01-02'],
    ['dd.MM.yyyy', '02.01.2025', '2025-01-02'],
    ['dd/MM/yyyy', '2025-01-02', '2025-01-02'],
    ['dd/MM/yyyy', '02/01/2025 00:00:00', '2025-01-02'],
    ['yyyy-MM-dd', '2025-01-02T23:59:59+02:00', '2025-01-02'],
    ['yyyy/MM/dd', '2018/3/31', '2018-03-31'],
    ['yyyyMMdd', '20240229', '2024-02-29'],
    ['ddMMyyyy', '29022024', '2024-02-29'],
    ['ddMMyy', '280226', '2026-02-28'],
    ['dd/MM/yy', '01/02/45', '2045-02-01'],
    ['dd/MM/yy', '01/02/46', '1946-02-01'],
    ['dd/MM/yy', '01/02/26', '2026-02-01'],
    ['d MMM yyyy', '2 janv. 2025', '2025-01-02'],
    ['d MMM yyyy', '15-Aug-2025', '2025-08-15'],
    ['d MMM yyyy', '1er août 2025', '2025-08-01'],
    ['d MMM yyyy', '14 juillet 2025', '2025-07-14'],
    ['d MMM yyyy', '6 juin 2025', '2025-06-06'],
    ['d MMM yyyy', '29 févr. 2024', '2024-02-29'],
  ] as const)('%s reads %s', (format, cell, day) => expect(read(cell, format)).toBe(day));

  it.each([
    ['ddMMyy', '310226'],
    ['dd/MM/yyyy', '31/02/2026'],
    ['dd/MM/yyyy', '29/02/2025'],
    ['dd/MM/yyyy', '29/02/1900'],
    ['MM/dd/yyyy', '13/01/2025'],
    ['dd/MM/yyyy', '00/01/2025'],
    ['dd/MM/yyyy', '1/13/2025'],
    ['dd/MM/yyyy', '01/01/0025'],
    ['dd/MM/yyyy', '01/01/2225'],
    ['dd/MM/yyyy', '1/1'],
    ['dd/MM/yyyy', '45000'],
    ['yyyy-MM-dd', '01/02/2025'],
    ['dd/MM/yyyy', 'hier'],
    ['dd/MM/yyyy', '01/02-2025'],
    ['yyyyMMdd', '20240230'],
    ['d MMM yyyy', '2 floréal 2025'],
    ['dd/MM/yyyy', '9'.repeat(99)],
  ] as const)('%s refuses %s', (format, cell) => expect(read(cell, format)).toBeNull());

  it('reads back every day of two centuries in each order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (offset) => {
        const day = dayAfter('1950-01-01', offset);
        const [y, m, d] = day.split('-') as [string, string, string];
        expect(read(`${Number(d)}/${Number(m)}/${y}`, 'dd/MM/yyyy')).toBe(day);
        expect(read(`${m}-${d}-${y}`, 'MM-dd-yyyy')).toBe(day);
        expect(read(`${y}${m}${d}`, 'yyyyMMdd')).toBe(day);
      }),
    );
  });
});

it('reads terms of payment', () => {
  expect(['30', '30 jours', '45 jours fin de mois', 'Net 60 days', 'comptant', '45j FDM', 'à réception'].map(parseTerms)).toEqual([
    { days: 30, endOfMonth: false },
    { days: 30, endOfMonth: false },
    { days: 45, endOfMonth: true },
    { days: 60, endOfMonth: false },
    { days: 0, endOfMonth: false },
    { days: 45, endOfMonth: true },
    { days: 0, endOfMonth: false },
  ]);
  expect(['quand il peut', '400 jours', ''].map(parseTerms)).toEqual([null, null, null]);
  expect(dayAfter('2026-01-15', 45, true)).toBe('2026-03-31');
});
