import { gatherFacts, loadMessageCase, renderMessage, themeOf } from '@amiable/outreach';
import { PdfPrinter } from '@amiable/platform';
import puppeteer from 'puppeteer';
import { within, type Measure, type RowTask } from '../bench.types';
import { each, openDatabase, openPool, peakMb, settings } from '../tools';

const count = 80;

interface Sheet {
  readonly html: string;
  readonly of: string;
}

/** Formal notices of real cases: our locked-down printer, and page.pdf() in pages that are opened once and reused. */
export async function letters(_task: RowTask): Promise<Measure[]> {
  const sheets = await renderSome();
  const printer = new PdfPrinter(settings);
  const measures: Measure[] = [];
  try {
    await each(sheets.slice(0, 8), 4, ({ html, of }) => printer.print(html, of)); // the browser starts
    for (const hands of [1, 4]) {
      const ours = await perSecond(sheets, hands, ({ html, of }) => printer.print(html, of));
      const limit = await bare(sheets, hands);
      const measure = {
        row: `letters, ${hands === 1 ? 'one at a time' : `${hands} at once`}`,
        ours,
        limit,
        unit: 'pdf/s',
        better: 'more' as const,
      };
      measures.push({ ...measure, rssMb: peakMb(), goals: [{ ...within(1.25, measure), text: '>= 80 % of bare' }] });
    }
  } finally {
    await printer.close();
  }
  return measures;
}

async function perSecond(sheets: readonly Sheet[], hands: number, print: (sheet: Sheet) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await each(sheets, hands, print);
  return sheets.length / ((performance.now() - began) / 1_000);
}

async function bare(sheets: readonly Sheet[], hands: number): Promise<number> {
  const browser = await puppeteer.launch({
    executablePath: settings.PUPPETEER_EXECUTABLE_PATH,
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
  try {
    const free = await Promise.all(Array.from({ length: hands }, () => browser.newPage()));
    const print = async ({ html }: Sheet) => {
      const page = free.pop()!;
      await page.setContent(html, { waitUntil: 'load' });
      await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true });
      free.push(page);
    };
    await each(sheets.slice(0, 8), hands, print);
    return await perSecond(sheets, hands, print);
  } finally {
    await browser.close();
  }
}

/** In the order the worker takes them: those of one client together. */
async function renderSome(): Promise<Sheet[]> {
  const database = openDatabase();
  const pool = openPool();
  const { rows } = await pool.query<{ client_id: string; id: string }>(
    `select c.client_id, c.id from cases c where c.state = 'open' and c.open_minor > 0 and c.client_id >= (select client_id from cases order by md5(id::text) limit 1) order by c.client_id, c.id limit $1`,
    [count],
  );
  const sheets: Sheet[] = [];
  for (const { client_id: clientId, id } of rows) {
    await database.inTenant(clientId, async (db) => {
      const known = await loadMessageCase(db, id);
      const facts = await gatherFacts(db, known, { reference: 'M-BENCH', linkToken: null, note: null }, settings);
      const { html } = renderMessage({ template: 'formal_notice', channel: 'letter', language: 'fr', facts, theme: themeOf(known) });
      sheets.push({ html, of: clientId });
    });
  }
  await pool.end();
  await database.close();
  return sheets;
}
