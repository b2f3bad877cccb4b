// Every screen and dialog of console and portal, in both languages and both themes, from a portal that runs with its demo (`npm start`):
//   node e2e/browser/take-desk-pictures.mjs [http://localhost:3000] [pictures/desk] [only]
// Writes a picture of each and a page index.html with all of them; prints what a screen complains of (console, refused requests, axe, sideways
// scrolling) and how long a key takes to its paint. `only` keeps the screens whose name holds it. Dialogs are opened and left, nothing is sent.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { ensureChromium } from '../../apps/devkit/chromium.mjs';

const portal = process.argv[2] ?? 'http://localhost:3000';
const folder = process.argv[3] ?? 'pictures/desk';
const only = process.argv[4] ?? '';
const password = 'amiable-demo';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const size = { width: 1280, height: 720 };
const faults = [];
const taken = [];

await mkdir(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: await ensureChromium(),
  headless: 'shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  for (const language of ['fr', 'en'])
    for (const scheme of ['light', 'dark']) {
      await walkConsole(language, scheme);
      await walkPortal(language, scheme);
    }
  await keysToPaint();
  await writeFile(join(folder, 'index.html'), sheet());
  console.log(`${taken.length} pictures; ${faults.length} complaints`);
  for (const fault of new Set(faults)) console.log(fault);
} finally {
  await browser.close();
}

async function walkConsole(language, scheme) {
  const page = await signIn('agency', 'claire@cabinet-orsel.example', language, scheme);
  const at = await page.evaluate(() => [...document.querySelectorAll('nav a[href]')].map((a) => a.getAttribute('href')));
  for (const path of new Set(at)) await visit(page, path, `console${path.replace('/agency', '')}`, language, scheme);
  const { cases, clients } = await ask(page, '{ cases(order: RANK, page: { first: 1 }) { nodes { id } } clients { id brands { id } } }');
  const [caseId, { id: clientId, brands }] = [cases.nodes[0].id, clients[0]];
  const ofClient = ['', '/mandate', '/start', '/templates', '/templates/reminder_1?language=FR&hat=CLIENT_NAME'];
  for (const path of ['/alerts', '/clients/new', ...ofClient.map((page) => `/clients/${clientId}${page}`)])
    await visit(page, `/agency${path}`, `console${path.replace(clientId, 'one')}`, language, scheme);
  await visit(page, `/agency/brands/${brands[0].id}`, 'console/brand', language, scheme);
  await visit(page, `/agency/cases/${caseId}`, 'console/case', language, scheme);
  const acts = await page.$$eval('.acts button', (buttons) => buttons.length);
  for (let n = 0; n < acts; n++) {
    if (!(await openAct(page, n))) continue;
    await picture(page, `console/case-act-${String(n + 1).padStart(2, '0')}`, language, scheme);
    await leaveDialog(page);
  }
  for (const key of ['?', '/']) {
    await page.keyboard.type(key);
    await page.waitForSelector('dialog[open]').catch(() => faults.push(`${key} opens nothing`));
    await picture(page, `console/key-${key === '?' ? 'sheet' : 'search'}`, language, scheme);
    await leaveDialog(page);
  }
  await page.browserContext().close();
}

async function walkPortal(language, scheme) {
  const page = await signIn('client', 'helene@voltessence.example', language, scheme);
  const at = await page.evaluate(() => [...document.querySelectorAll('nav a[href]')].map((a) => a.getAttribute('href')));
  for (const path of new Set(at)) await visit(page, path, `portal${path.replace('/client', '')}`, language, scheme);
  await page.goto(`${portal}/client/cases`, { waitUntil: 'networkidle2' });
  const first = await page.$eval('tbody a[href], tbody tr a', (a) => a.getAttribute('href')).catch(() => null);
  if (first) await visit(page, first, 'portal/case', language, scheme);
  await page.browserContext().close();
}

async function visit(page, path, name, language, scheme) {
  if (!name.includes(only)) return;
  await page.goto(new URL(path, portal).href, { waitUntil: 'networkidle2' });
  await picture(page, name, language, scheme);
}

/** The act of this place in the page's list; false where it may not be used, or asks nothing. */
async function openAct(page, place) {
  const opened = await page.evaluate((n) => {
    for (const more of document.querySelectorAll('details.more-acts')) more.open = true;
    const button = document.querySelectorAll('.acts button')[n];
    if (!button || button.disabled || button.getAttribute('aria-disabled') === 'true') return false;
    button.click();
    return true;
  }, place);
  return (
    opened &&
    page.waitForSelector('dialog[open]', { timeout: 4_000 }).then(
      () => true,
      () => false,
    )
  );
}

async function leaveDialog(page) {
  for (let tries = 0; tries < 3 && (await page.$('dialog[open]')); tries++) {
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'), { timeout: 1_500 }).catch(() => undefined);
  }
}

async function picture(page, name, language, scheme) {
  if (!name.includes(only)) return;
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'), { timeout: 4_000 }).catch(() => undefined);
  await page.evaluate('Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))');
  const file = `${name.replaceAll(/[^\w-]+/g, '_')}.${language}.${scheme}.png`;
  await page.screenshot({ path: join(folder, file) });
  taken.push({ name, language, scheme, file });
  await page.evaluate(axe);
  const told = await page.evaluate(`(async () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: false });
    return [...(scrollWidth > clientWidth ? ['scrolls sideways'] : []), ...violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 2).map(({ target }) => target.join(' ')).join(' | '))];
  })()`);
  faults.push(...told.map((line) => `${name}, ${language}, ${scheme}: ${line}`));
}

async function signIn(face, email, language, scheme) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport(size);
  await page.setExtraHTTPHeaders({ 'accept-language': language });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  page.on('console', (line) => line.type() === 'error' && faults.push(`${page.url()}: ${line.text()}`));
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error}`));
  await page.goto(`${portal}/${face}/`, { waitUntil: 'networkidle2' });
  await page.evaluate((value) => localStorage.setItem('amiable.settings', JSON.stringify({ language: value })), language);
  await page.reload({ waitUntil: 'networkidle2' });
  await picture(page, `${face === 'agency' ? 'console' : 'portal'}/sign-in`, language, scheme);
  await page.type('[name=email]', email);
  await page.type('[name=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav a[href]');
  await page.waitForNetworkIdle({ concurrency: 2 });
  return page;
}

function ask(page, query) {
  return page.evaluate(
    async (body) =>
      (await (await fetch('/graphql/agency', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()).data,
    JSON.stringify({ query }),
  );
}

/** Key to paint, as the browser's own event timing tells it (steps of 8 ms), and for the next case until its page stands. */
async function keysToPaint() {
  const page = await signIn('agency', 'maya@cabinet-orsel.example', 'fr', 'light');
  await page.evaluate(() => {
    globalThis.timings = [];
    new PerformanceObserver((list) => timings.push(...list.getEntries())).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  const figures = [];
  const press = async (what, key, until) => {
    await page.evaluate((ready) => {
      globalThis.began = undefined;
      globalThis.shown = undefined;
      const before = document.querySelector('.case-title')?.textContent;
      addEventListener('keydown', () => (globalThis.began = performance.now()), { capture: true, once: true });
      const look = () => {
        const title = document.querySelector('.case-title')?.textContent;
        const done =
          ready === 'other case'
            ? title && title !== before
            : ready === 'no dialog'
              ? !document.querySelector('dialog[open]')
              : document.querySelector(ready);
        if (globalThis.began && done) requestAnimationFrame(() => (globalThis.shown = performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, until);
    await page.keyboard.press(key);
    await page.waitForFunction(() => globalThis.shown !== undefined);
    figures.push([what, await page.evaluate(() => globalThis.shown - globalThis.began)]);
    await page.waitForNetworkIdle({ concurrency: 2 }).catch(() => undefined);
  };
  await press('first case of the day', 'Enter', 'other case');
  for (let round = 0; round < 8; round++) {
    await press('call sheet', 't', 'dialog[open]');
    await press('leave it', 'Escape', 'no dialog');
    await press('next case', 'e', 'other case');
  }
  const timed = await page.evaluate(() => timings.filter(({ name }) => name === 'keydown').map(({ duration }) => duration));
  for (const what of new Set(figures.map(([name]) => name))) {
    const of = figures
      .filter(([name]) => name === what)
      .map(([, ms]) => ms)
      .toSorted((a, b) => a - b);
    console.log(
      `key to paint, ${what}: p50 ${of[Math.floor(of.length / 2)].toFixed(0)} ms, worst ${of.at(-1).toFixed(0)} ms of ${of.length}`,
    );
  }
  console.log(`event timing of all keys slower than 16 ms: ${timed.length}, worst ${Math.max(0, ...timed)} ms`);
  await page.browserContext().close();
}

function sheet() {
  const names = [...new Set(taken.map(({ name }) => name))];
  const row = (name) =>
    `<h2>${name}</h2><div>${taken
      .filter((each) => each.name === name)
      .map(
        ({ language, scheme, file }) => `<figure><img src="${file}" width="640"><figcaption>${language}, ${scheme}</figcaption></figure>`,
      )
      .join('')}</div>`;
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>div{display:grid;grid-template-columns:1fr 1fr;gap:8px}figure{margin:0}</style>${names.map(row).join('')}`;
}
