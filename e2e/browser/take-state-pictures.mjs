// A picture of every state of the debtor's pages in three brands, from the pages that ship (`npm run build` before):
//   node e2e/browser/take-state-pictures.mjs <folder> [fr] [320,1280] [light,dark] [name of a state]
// GALLERY names the file of pages, which debtor-gates.spec.ts writes: AMIABLE_GATES=1 GALLERY_OUT=.data/gallery.json npm test -- debtor-gates
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { ensureChromium } from '../../apps/devkit/chromium.mjs';

const [folder = '.data/states', language = 'fr', widths = '320,1280', schemes = 'light,dark', only = ''] = process.argv.slice(2);
const gallery = JSON.parse(await readFile(process.env.GALLERY ?? '.data/gallery.json', 'utf8'));
await mkdir(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: await ensureChromium(),
  headless: 'shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const page = await browser.newPage();
  for (const state of gallery.filter((each) => each.language === language && each.name.includes(only))) {
    for (const width of widths.split(',').map(Number)) {
      for (const scheme of schemes.split(',')) {
        await page.setViewport({ width, height: 700 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.setContent(state.html, { waitUntil: 'load' });
        await page.screenshot({ path: join(folder, `${state.name}-${state.brand}-${width}-${scheme}.png`), fullPage: true });
      }
    }
  }
} finally {
  await browser.close();
}
