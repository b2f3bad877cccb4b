import fc from 'fast-check';
import { ImportFileError, FILE_ERROR_CODES } from './read-import-file';
import { readBytes } from './read-text.fixture';

const HEADER = 'N° facture;Code client;Date facture;Échéance;Montant TTC\n';
const characters = (text: string) => text.split('');

/** Reads anything: a result or a refusal of ours, and every line accounted for. */
async function readOrRefuse(bytes: Buffer, chunk: number) {
  try {
    const { lines } = await readBytes(bytes, { chunk });
    for (const line of lines) if ('rejected' in line) expect(line.rejected.length).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    expect(FILE_ERROR_CODES).toContain(error.code);
  }
}

describe('whatever the bytes', () => {
  const noise = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes));
  const text = fc
    .string({ unit: fc.constantFrom(...characters('\n\r\t;,|"\'0123456789/-.() abcÉé€=Total')), maxLength: 600 })
    .map((value) => Buffer.from(value));
  const broken = fc
    .tuple(fc.array(fc.string({ unit: fc.constantFrom(...characters('\n;"1,/é')), maxLength: 60 })), fc.uint8Array({ maxLength: 30 }))
    .map(([lines, tail]) => Buffer.concat([Buffer.from(HEADER + lines.join('\n')), Buffer.from(tail)]));

  it('the reading ends with rows or with a refusal of ours', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(noise, text, broken), fc.integer({ min: 1, max: 700 }), readOrRefuse), { numRuns: 1_500 });
  }, 30_000);

  it.each([
    ['quotes', '"'.repeat(200_000)],
    ['opened quotes', ';"\n'.repeat(50_000)],
    ['separators', ';'.repeat(900_000)],
    ['blank lines', '\n'.repeat(300_000)],
    ['digits', '1'.repeat(900_000)],
    ['spaces before quotes', ' "a" '.repeat(50_000)],
    ['half quotes', '"a"b'.repeat(50_000)],
    ['carriage returns', '1;2\r'.repeat(50_000)],
    ['one endless line', 'x'.repeat(3_000_000)],
  ])(
    'takes no longer over %s',
    async (_, body) => {
      const start = performance.now();
      await readOrRefuse(Buffer.from(HEADER + body), 65_536);
      await readOrRefuse(Buffer.from(body), 65_536);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );
});
