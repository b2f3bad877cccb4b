import '../browser/dist-folder';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { galleryOf, type ShownState } from './gallery';

jest.setTimeout(1_200_000); // on a machine that is busy with other things
/** All of it takes four minutes of a quiet machine; without it each state is seen once and each look of each brand many times. */
const isFull = Boolean(process.env.AMIABLE_GATES);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 768, 1280];
const schemes = ['light', 'dark'] as const;

/** One state in one width, and how it is to be judged. */
interface Look {
  readonly state: ShownState;
  readonly widths: readonly number[];
}

/**
 * Every state of the catalogue x three brands x two schemes x three widths; the sample takes each state in one brand and one width, by turns,
 * so that each brand is seen in each width with a ninth of all states. Both schemes are judged always.
 */
function looksAt(states: readonly ShownState[]): Look[] {
  if (isFull) return states.map((state) => ({ state, widths }));
  const brands = [...new Set(states.map(({ brand }) => brand))];
  const names = [...new Set(states.map(({ name }) => name))];
  return names.map((name, nth) => ({
    state: states.find((state) => state.name === name && state.brand === brands[nth % brands.length])!,
    widths: [widths[Math.floor(nth / brands.length) % widths.length]!],
  }));
}

/** The gates of faces.md 7.3. `AMIABLE_GATES=1 npm test -- e2e/gates` judges everything, `npm test` a sample of axe and of the keyboard. */
describe('every state of the debtor pages', () => {
  let browser: Browser;
  let page: Page;
  let states: ShownState[];

  beforeAll(async () => {
    states = await galleryOf(['fr']);
    if (process.env.GALLERY_OUT) writeFileSync(process.env.GALLERY_OUT, JSON.stringify(await galleryOf(['fr', 'en', 'de']))); // for take-state-pictures.mjs
    browser = await puppeteer.launch({
      executablePath: process.env.PUPPETEER_EXECUTABLE_PATH,
      headless: 'shell',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    page = await browser.newPage();
    await page.setJavaScriptEnabled(true);
  });
  afterAll(() => browser?.close());

  const show = async ({ html }: ShownState) => {
    await page.setContent(html.replace(/<script nonce[\s\S]*?<\/script>/, ''), { waitUntil: 'domcontentloaded' });
  };
  const sideways = () =>
    page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)') as Promise<number>;
  /** Names of elements whose text does not fit into them, or that reach out of the window. */
  const tooWide = () =>
    page.evaluate(`[...document.querySelectorAll('main *')].filter((each) => {
      const { right, left, width } = each.getBoundingClientRect();
      return width > 1 && (right > document.documentElement.clientWidth + 1 || left < -1) && getComputedStyle(each).position !== 'absolute';
    }).slice(0, 2).map((each) => each.tagName + '.' + each.className)`) as Promise<string[]>;

  /** Faults that axe finds on the page as it stands. */
  const judged = (rules?: readonly string[]) =>
    page.evaluate(
      `axe.run(document, { resultTypes: ['violations'], iframes: false, ...${JSON.stringify(rules ? { runOnly: rules } : {})} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.slice(0, 2).map(({ target }) => target.join(' ')).join(' | ')))`,
    ) as Promise<string[]>;
  const look = async (width: number, scheme: (typeof schemes)[number]) => {
    await page.setViewport({ width, height: 900 });
    // Without motion: a button that is still changing its colour would be judged half way.
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  };

  it('would be seen at fault: pale words in one scheme, a button without a name and a box that is too wide do not pass', async () => {
    const claim = states.find(({ name, brand }) => name === 'claim' && brand === 'soleil')!;
    const pale = '@media (prefers-color-scheme: dark) { .hint, .small { color: #4a4f55 } } main { min-inline-size: 24rem }';
    await show({ ...claim, html: claim.html.replace('</style>', `${pale}</style>`).replace('<main', '<button></button><main') });
    await page.evaluate(axeSource);
    await look(320, 'light');
    expect([(await judged()).map((fault) => fault.split(' ')[0]), (await sideways()) > 0]).toEqual([['button-name'], true]);
    await look(768, 'dark');
    expect([(await judged(['color-contrast'])).map((fault) => fault.split(' ')[0]), await sideways()]).toEqual([['color-contrast'], 0]);
  });

  it('has no fault that axe can see, and does not scroll sideways', async () => {
    const faults: string[] = [];
    let runs = 0;
    const seen = new Set<string>();
    const began = performance.now();
    for (const { state, widths: asked } of looksAt(states)) {
      await show(state);
      await page.evaluate(axeSource);
      for (const width of asked) {
        for (const scheme of schemes) {
          await look(width, scheme);
          // Structure is the same in each brand and width: it is judged once; what depends on colour and room is judged every time.
          const all = scheme === 'light' && (isFull ? state.brand === 'lumen' && width === 320 : true);
          const room = ['target-size', 'scrollable-region-focusable'];
          const found = await judged(all ? undefined : isFull && width === 768 ? room : ['color-contrast', 'link-in-text-block', ...room]);
          runs += 1;
          seen.add(`${state.brand} ${width} ${scheme}`);
          const where = `${state.brand} ${state.name} ${width} ${scheme}`;
          faults.push(...found.map((fault) => `${where}: ${fault}`));
          if ((await sideways()) > 0) faults.push(`${where}: scrolls sideways (${(await tooWide()).join(', ')})`);
        }
      }
    }
    process.stdout.write(
      `axe: ${runs} runs over ${states.length / 3} states, ${seen.size} looks, ${faults.length} faults, ${Math.round((performance.now() - began) / 1000)} s\n`,
    );
    expect(faults.slice(0, 8)).toEqual([]);
    expect(seen.size).toBe(3 * widths.length * schemes.length);
    expect(runs).toBeGreaterThanOrEqual(isFull ? 3_528 : 392);
  });

  it('bears the text spacing readers choose (WCAG 1.4.12) at 400 % zoom', async () => {
    const faults: string[] = [];
    await page.setViewport({ width: 320, height: 256 }); // 1280 x 1024 at 400 %
    for (const state of states.filter(({ brand }) => brand === 'nord')) {
      await show(state);
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      });
      if ((await sideways()) > 0) faults.push(`${state.name}: scrolls sideways (${(await tooWide()).join(', ')})`);
      const cut = (await page.evaluate(`[...document.querySelectorAll('main *')].filter((each) =>
        getComputedStyle(each).overflow === 'hidden' && !each.closest('.vh, .qr') && each.scrollHeight > each.clientHeight + 1).length`)) as number;
      if (cut > 0) faults.push(`${state.name}: text is cut off`);
    }
    expect(faults).toEqual([]);
  });

  it('can be read in forced colours: every button and field keeps an edge, nothing is told by colour alone', async () => {
    const faults: string[] = [];
    await page.setViewport({ width: 768, height: 900 });
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    for (const state of states.filter(({ brand }) => brand === 'soleil')) {
      await show(state);
      const bare = (await page.evaluate(`[...document.querySelectorAll('.btn, input:not([type=hidden]), .banner, .card')].filter((each) =>
        each.getClientRects().length > 0 && !['radio', 'checkbox'].includes(each.type) && parseFloat(getComputedStyle(each).borderTopWidth) === 0).length`)) as number;
      if (bare > 0) faults.push(`${state.name}: ${bare} without an edge`);
      if (state.html.includes('class="banner ') && !/class="banner-title">[^<]{5,}/.test(state.html))
        faults.push(`${state.name}: a banner without words`);
    }
    await session.send('Emulation.setEmulatedMedia', { features: [] });
    await session.detach();
    expect(faults).toEqual([]);
  });

  it('prints like a letter: what is owed and to whom, no forms, no buttons', async () => {
    await page.setViewport({ width: 800, height: 1_000 });
    await page.emulateMediaType('print');
    const faults: string[] = [];
    for (const state of states.filter(({ brand }) => brand === 'lumen')) {
      await show(state);
      const shown = (await page.evaluate(
        `[...document.querySelectorAll('form:not(.printed), input, button, .btn, .copy, .skip, .foot .links')].filter((each) => each.checkVisibility()).map((each) => each.tagName + '.' + each.className)`,
      )) as string[];
      if (shown.length > 0) faults.push(`${state.name}: things to press are printed: ${shown.slice(0, 3).join(', ')}`);
      const words = ((await page.evaluate('document.body.innerText')) as string).trim();
      if (words.length < 200) faults.push(`${state.name}: nearly nothing is printed`);
      if (state.name === 'claim') {
        const text = (await page.evaluate('document.body.innerText')) as string;
        for (const words of [
          'Atelier Lumen',
          'AL-2026-004217',
          'FR76 3000 6000 0112 3456 7890 189',
          'RF18 5390 0754 7034',
          'F-2031',
          'Aucun frais de relance',
        ])
          if (!text.includes(words)) faults.push(`claim: “${words}” is not printed`);
      }
    }
    await page.emulateMediaType(undefined);
    expect(faults).toEqual([]);
  });

  it('weighs at most 15 kB compressed with at most 20 kB of script, in all six languages', async () => {
    const all = await galleryOf(['fr', 'en', 'de', 'es', 'it', 'nl']);
    const weights = all.map(({ brand, language, name, html }) => ({
      what: `${brand} ${language} ${name}`,
      html: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
      script: Buffer.byteLength(/<script[^>]*>([\s\S]*?)<\/script>/.exec(html)![1]!),
    }));
    const heaviest = weights.reduce((most, each) => (each.html > most.html ? each : most));
    const script = Math.max(...weights.map((each) => each.script));
    const median = weights.map((each) => each.html).sort((x, y) => x - y)[weights.length >> 1]!;
    process.stdout.write(
      `${all.length} pages: heaviest ${heaviest.html} bytes (${heaviest.what}), median ${median}, script ${script} bytes before compression\n`,
    );
    expect(heaviest.html).toBeLessThanOrEqual(15_000);
    expect(script).toBeLessThanOrEqual(20_000);
  });

  it('is walked with the keyboard alone: each thing to press is reached in order, seen while it has the focus, and big enough for a finger', async () => {
    await page.setViewport({ width: 320, height: 700 });
    const faults: string[] = [];
    for (const state of states.filter(({ brand }, nth) => brand === 'nord' && (isFull || nth % 3 === 0))) {
      await show(state);
      await page.$$eval('details', (all) => all.forEach((each) => each.setAttribute('open', ''))); // what they hold is walked too
      const wanted = (await page.evaluate(
        `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')].filter((each) => each.getClientRects().length > 0 && !(each.type === 'radio' && !each.checked)).length`,
      )) as number;
      const seen = new Set<string>();
      for (let n = 0; n < 4 * wanted + 2; n++) {
        // a day is four stops
        await page.keyboard.press('Tab');
        const at = (await page.evaluate(`(() => {
          const each = document.activeElement;
          if (!each || each === document.body) return null;
          each.scrollIntoView({ block: 'nearest' });
          const { top, bottom, height, width } = each.getBoundingClientRect();
          const style = getComputedStyle(each);
          return { id: [...document.querySelectorAll('*')].indexOf(each), ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, inView: bottom > 0 && top < innerHeight, small: each.matches('.btn, input:not([type=radio]):not([type=checkbox]), summary') && (height < 44 || width < 44), name: each.tagName };
        })()`)) as { id: number; ring: boolean; inView: boolean; small: boolean; name: string } | null;
        if (!at) break;
        seen.add(String(at.id));
        if (!at.ring || !at.inView || at.small) faults.push(`${state.name}: ${JSON.stringify(at)}`);
      }
      if (seen.size < wanted) faults.push(`${state.name}: ${seen.size} of ${wanted} reached`);
    }
    expect(faults.slice(0, 5)).toEqual([]);
  });
});
