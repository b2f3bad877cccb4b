import { guardedCell, unguardedCell } from './mending-columns';
import { readBytes, readText } from './read-text.fixture';
import { writeRejectedLines, type RejectedFileShape } from './write-rejected-lines';
import type { RejectedLine } from './import-file.types';

const written = async (rejected: RejectedLine[], shape: RejectedFileShape) => {
  const pieces: Buffer[] = [];
  for await (const piece of writeRejectedLines(rejected, shape)) pieces.push(piece);
  return Buffer.concat(pieces);
};

const FILE = `N° facture;Client;Date facture;Échéance;Montant TTC;Note
F1;Paul;26/01/2026;28/02/2026;10,00;bon
F2;"=cmd|' /C calc'!A0";31/02/2026;;-12,00;"deux
lignes; et ""guillemets"""
F3;@somme;26/01/2026;28/02/2026;1,005;'=garde
F4;Marc;26/01/2026
`;

describe('writeRejectedLines', () => {
  it('gives back the cells in their order with line, field and reason, safe to open in a spreadsheet', async () => {
    const { rejected, format, mapping } = await readText(FILE);
    const text = (await written(rejected, { format, mapping, language: 'fr' })).toString('utf8');
    expect(text).toBe(`\ufeffN° facture;Client;Date facture;Échéance;Montant TTC;Note;line;field;reason\r
F2;'=cmd|' /C calc'!A0;31/02/2026;;-12,00;"deux
lignes; et ""guillemets""";3;Date facture;« Date facture » : « 31/02/2026 » n'est pas un jour du calendrier (forme attendue : dd/MM/yyyy).\r
F3;'@somme;26/01/2026;28/02/2026;1,005;''=garde;5;Montant TTC;« Montant TTC » : « 1,005 » a 3 décimales, la devise en a 2.\r
F4;Marc;26/01/2026;;;;6;;La ligne a 3 cellules, 6 étaient attendues.\r
`);
  });
  it('can be mended and imported again: guards come off, our three columns stand once', async () => {
    const first = await readText(FILE);
    const file = await written(first.rejected, { ...first, language: 'en' });
    const mended = Buffer.from(file.toString('utf8').replace('31/02/2026', '28/02/2026').replace('1,005', '1,05'));
    const again = await readBytes(mended, { mapping: { fields: {}, format: { dateFormat: 'dd/MM/yyyy' }, defaults: {} } });
    expect(again.rows).toMatchObject([
      { debtorName: "=cmd|' /C calc'!A0", amount: -1200n, extra: { Note: 'deux lignes; et "guillemets"' } },
      { debtorName: '@somme', extra: { Note: "'=garde" } },
    ]);
    const header = (await written(again.rejected, { ...again, language: 'en' })).toString('utf8').split('\r\n')[0];
    expect(header).toBe('\ufeffN° facture;Client;Date facture;Échéance;Montant TTC;Note;line;field;reason');
  });
  it.each(['=1', '+A1', '-x', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', "'=1"])('guards %j', (cell) => {
    expect(guardedCell(cell)).toBe(`'${cell}`);
    expect(unguardedCell(guardedCell(cell))).toBe(cell);
  });
  it.each(['-12,00', '+33 6 12', '1', '', "d'été", "'t Hart"])('leaves %j', (cell) =>
    expect([guardedCell(cell), unguardedCell(cell)]).toEqual([cell, cell]),
  );
});
