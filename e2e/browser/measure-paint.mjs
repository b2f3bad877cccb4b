// First paint of the debtor's page on slow networks, in Chromium with DevTools' own profiles (faces.md 7.3: 2.5 s and 1 s):
//   node e2e/browser/measure-paint.mjs   (after `npm run build`)
// Prints figures; judges nothing, because a busy machine paints late.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer, { PredefinedNetworkConditions } from 'puppeteer';
import { ensureChromium } from '../../apps/devkit/chromium.mjs';

const html = readFileSync(process.argv[2] ?? join(process.env.AMIABLE_PICTURES ?? '/tmp', 'claim.html'));
const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }); // as the api sends it
const server = createServer((_, res) => {
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.setHeader('content-encoding', 'br');
  res.end(bytes);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const browser = await puppeteer.launch({
  executablePath: await ensureChromium(),
  headless: 'shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  for (const [name, cpu] of [
    ['Slow 3G', 4],
    ['Slow 4G', 4],
    ['Fast 4G', 1],
  ]) {
    const paints = [];
    for (let n = 0; n < 5; n++) {
      const page = await (await browser.createBrowserContext()).newPage();
      await page.emulateNetworkConditions(PredefinedNetworkConditions[name]);
      await page.emulateCPUThrottling(cpu);
      await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'load' });
      // The page may be loaded before it is painted.
      const painted = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
      paints.push(await painted.jsonValue());
      await page.close();
    }
    paints.sort((x, y) => x - y);
    console.log(
      `${name}, CPU / ${cpu}: first contentful paint ${Math.round(paints[2])} ms (median of 5), ${bytes.length} bytes over the wire`,
    );
  }
} finally {
  await browser.close();
  server.close();
}
