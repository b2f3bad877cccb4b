import '../browser/dist-folder';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { galleryOf, type ShownState } from './gallery';

jest.setTimeout(1_200_000); // on a machine that is busy with other things
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 768, 1280];
const schemes = ['light', 'dark'] as const;

/** The gates of faces.md 7.3, on every state of the catalogue x three brands x two schemes x three widths. */
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

  it('has no fault that axe can see, and does not scroll sideways', async () => {
    const faults: string[] = [];
    let runs = 0;
    const began = performance.now();
    for (const state of states) {
      await show(state);
      await page.evaluate(axeSource);
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        for (const scheme of schemes) {
          // Without motion: a button that is still changing its colour would be judged half way.
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          // Structure is the same in each brand and width: it is judged once; what depends on colour and room is judged every time.
          const all = state.brand === 'lumen' && width === 320 && scheme === 'light';
          const room = ['target-size', 'scrollable-region-focusable'];
          const options = all ? {} : { runOnly: width === 768 ? room : ['color-contrast', 'link-in-text-block', ...room] };
          const found = (await page.evaluate(
            `axe.run(document, { resultTypes: ['violations'], iframes: false, ...${JSON.stringify(options)} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.slice(0, 2).map(({ target }) => target.join(' ')).join(' | ')))`,
          )) as string[];
          runs += 1;
          const where = `${state.brand} ${state.name} ${width} ${scheme}`;
          faults.push(...found.map((fault) => `${where}: ${fault}`));
          if ((await sideways()) > 0) faults.push(`${where}: scrolls sideways (${(await tooWide()).join(', ')})`);
        }
      }
    }
    process.stdout.write(
      `axe: ${runs} runs over ${states.length} pages, ${faults.length} faults, ${Math.round((performance.now() - began) / 1000)} s\n`,
    );
    expect(faults.slice(0, 8)).toEqual([]);
    expect(runs).toBeGreaterThan(1_500);
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
    for (const state of states.filter(({ brand, name }) => brand === 'lumen' && /^(claim|return)/.test(name))) {
      await show(state);
      const shown = (await page.evaluate(
        `[...document.querySelectorAll('form, .btn, .copy, .skip, .foot .links')].filter((each) => each.getClientRects().length > 0).length`,
      )) as number;
      if (shown > 0) faults.push(`${state.name}: ${shown} things to press are printed`);
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
    for (const state of states.filter(({ brand, name }) => brand === 'nord' && /^(claim|pay|enter|verify|transfer|link)/.test(name))) {
      await show(state);
      const wanted = (await page.evaluate(
        `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')].filter((each) => each.getClientRects().length > 0 && !(each.type === 'radio' && !each.checked)).length`,
      )) as number;
      const seen = new Set<string>();
      for (let n = 0; n < wanted + 2; n++) {
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
