import { PNG } from 'pngjs';
import { create } from 'qrcode';
import { epcQrDataUri, epcQrSvg } from './epc-qr';
import { type CreditTransfer, epcPayload, NotAnEpcTransfer } from './epc-qr.rules';
import { qrPng } from './qr-png';

const transfer: CreditTransfer = {
  name: 'Agence Exemple SAS',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  amount: '1234.56',
  reference: 'RF18 5390 0754 7034',
};
const golden = [
  'BCD',
  '002',
  '1',
  'SCT',
  '',
  'Agence Exemple SAS',
  'FR7630006000011234567890189',
  'EUR1234.56',
  '',
  'RF18539007547034',
].join('\n');

describe('EPC QR (EPC069-12, goldens of domain.md 6)', () => {
  it('writes the golden payload of 90 bytes, QR version 5', () => {
    expect(epcPayload(transfer)).toBe(golden);
    expect(Buffer.byteLength(golden)).toBe(90);
    expect(create(golden, { errorCorrectionLevel: 'M' }).version).toBe(5);
  });

  it('carries a BIC when there is one, a text instead of a reference, and no empty line at the end', () => {
    expect(
      epcPayload({ ...transfer, bic: 'AGRIFRPP', reference: null, text: 'Dossier\n AL-1' })
        .split('\n')
        .slice(4),
    ).toEqual(['AGRIFRPP', 'Agence Exemple SAS', 'FR7630006000011234567890189', 'EUR1234.56', '', '', 'Dossier AL-1']);
    expect(epcPayload({ ...transfer, reference: null })).toMatch(/EUR1234\.56$/);
  });

  it.each<[string, Partial<CreditTransfer>, string]>([
    ['a reference and a text together', { text: 'both' }, 'text'],
    ['a decimal comma', { amount: '1234,56' }, 'amount'],
    ['nothing to pay', { amount: '0.00' }, 'amount'],
    ['a billion', { amount: '1000000000.00' }, 'amount'],
    ['three decimals', { amount: '1.234' }, 'amount'],
    ['a wrong IBAN', { iban: 'FR7630006000011234567890188' }, 'iban'],
    ['a short French IBAN', { iban: 'FR763000600001123456789018' }, 'iban'],
    ['a wrong reference', { reference: 'RF19539007547034' }, 'reference'],
    ['a wrong BIC', { bic: 'AGRI' }, 'bic'],
    ['no holder', { name: ' ' }, 'name'],
    ['71 characters of holder', { name: 'A'.repeat(71) }, 'name'],
    ['497 bytes of accents', { name: 'é'.repeat(70), text: 'é'.repeat(140), reference: null }, 'payload'],
  ])('refuses %s', (_, change, field) => {
    expect(() => epcPayload({ ...transfer, ...change })).toThrow(NotAnEpcTransfer);
    expect(() => epcPayload({ ...transfer, ...change })).toThrow(new RegExp(`^${field}: `));
  });

  it('holds 331 bytes at version 13 and not one more', () => {
    expect(create('x'.repeat(331), { errorCorrectionLevel: 'M' }).version).toBe(13);
    expect(create('x'.repeat(332), { errorCorrectionLevel: 'M' }).version).toBe(14);
  });

  it('keeps a hostile holder on one line: no field can be added', () => {
    expect(epcPayload({ ...transfer, name: 'Evil\nFR1420041010050500013M02606' }).split('\n')).toHaveLength(10);
  });

  it('draws an SVG without script, style or size, and a PNG as data', async () => {
    const svg = await epcQrSvg(transfer);
    expect(svg).toMatch(/^<svg aria-hidden="true" focusable="false" xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 45 45"/);
    expect(svg).not.toMatch(/style=|script|width=/);
    expect(await epcQrDataUri(transfer)).toMatch(/^data:image\/png;base64,/);
  });

  it.each([
    [8, 4],
    [6, 2],
    [1, 0],
    [3, 1],
  ])('draws each module as %i x %i points, and nothing else', (scale, margin) => {
    const { modules } = create(golden, { errorCorrectionLevel: 'M' });
    const { width, height, data } = PNG.sync.read(qrPng(modules, { scale, margin }));
    const side = (modules.size + 2 * margin) * scale;
    expect([width, height]).toEqual([side, side]);
    const moduleAt = (point: number) => Math.floor(point / scale) - margin;
    const isDark = (x: number, y: number) => {
      const [column, row] = [moduleAt(x), moduleAt(y)];
      return column >= 0 && row >= 0 && column < modules.size && row < modules.size && modules.data[row * modules.size + column] === 1;
    };
    const wrong = Array.from({ length: side * side }, (_, n) => [n % side, Math.floor(n / side)] as const).filter(
      ([x, y]) => data[(y * side + x) * 4] !== (isDark(x, y) ? 0 : 255),
    );
    expect(wrong).toEqual([]);
  });
});
