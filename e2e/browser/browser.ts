import { readFileSync } from 'node:fs';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer';
import type { Stage } from '../stage';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
/** Headless Chromium has no mouse, so the keys beside the words would be hidden as on a telephone. */
const withKeys = '@media (min-width: 60rem) { .button .key { display: inline-block } }';
const widths = { wide: { width: 1280, height: 720 }, narrow: { width: 320, height: 720 } };
/** 1280 x 720 at 200 % zoom. */
const zoomed = { width: 640, height: 360 };
const sideways = `(({ scrollWidth, clientWidth }) => (scrollWidth > clientWidth ? ['scrolls sideways: ' + scrollWidth + ' > ' + clientWidth] : []))(document.documentElement)`;

interface FaceOptions {
  readonly javascript?: boolean;
  readonly width?: keyof typeof widths;
  readonly language?: 'fr' | 'en';
}

/** One Chromium for a file of specs; every face is a person with cookies of his own. */
export class Chrome {
  private constructor(
    private readonly browser: Browser,
    private readonly stage: Stage,
  ) {}

  static async launch(stage: Stage): Promise<Chrome> {
    const executablePath = process.env.PUPPETEER_EXECUTABLE_PATH;
    return new Chrome(await puppeteer.launch({ executablePath, headless: 'shell', args: quiet }), stage);
  }

  async face({ javascript = true, width = 'wide', language = 'fr' }: FaceOptions = {}): Promise<Face> {
    const context = await this.browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.setViewport(widths[width]);
    await page.setExtraHTTPHeaders({ 'accept-language': language });
    await page.setJavaScriptEnabled(javascript);
    // The browser lives on the day of the stage: pickers offer days that the server takes.
    await page.evaluateOnNewDocument(`{
      const ahead = ${this.stage.test.clock.now().epochMilliseconds} - Date.now(), Machine = Date;
      Date = class extends Machine { constructor(...parts) { parts.length ? super(...parts) : super(Machine.now() + ahead); } static now() { return Machine.now() + ahead; } };
      const keys = new CSSStyleSheet();
      keys.replaceSync(${JSON.stringify(withKeys)});
      document.adoptedStyleSheets.push(keys);
      Object.defineProperty(navigator, 'language', { value: '${language}' });
    }`);
    return new Face(page, this.stage.url);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** What one person sees and does. Waits are for what is on the page, never for a time. */
export class Face {
  /** Console errors and warnings, exceptions, refusals of the content policy. */
  readonly complaints: string[] = [];
  /** Every request to another origin than ours. */
  readonly foreign: string[] = [];

  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('console', (line) => ['error', 'warn'].includes(line.type()) && this.complaints.push(line.text()));
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on(
      'request',
      (request) => /^https?:/.test(request.url()) && !request.url().startsWith(this.origin) && this.foreign.push(request.url()),
    );
  }

  async go(path: string) {
    return this.page.goto(new URL(path, this.origin).href, { waitUntil: 'load' });
  }

  /** The words on the page, with plain spaces. */
  async text(): Promise<string> {
    return plain((await this.page.evaluate('document.body.innerText')) as string);
  }

  /** Until the page says these words; the failure shows what it says instead. */
  async see(words: string): Promise<void> {
    await this.until(`document.body.innerText.replace(/\\s+/g, ' ').includes(${JSON.stringify(plain(words))})`, `“${words}” to be said`);
  }

  /** Until an expression of the page is true. */
  async until(expression: string, meaning = expression): Promise<void> {
    await this.page.waitForFunction(expression).catch(async () => {
      throw new Error(`waited in vain for ${meaning} at ${this.page.url()}; the page says:\n${await this.text().catch(() => '(nothing)')}`);
    });
  }

  /** Presses what begins with these words, as soon as it is there. */
  async press(words: string, within = ''): Promise<void> {
    await (await this.find(words, within)).click();
  }

  /** The same where a document follows: forms and links of a page without scripts. */
  async follow(words: string): Promise<void> {
    const place = await this.find(words);
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), place.click()]);
  }

  /** Writes into a field, over what stands there. */
  async write(selector: string, value: string): Promise<void> {
    const field = (await this.page.waitForSelector(selector, { visible: true }))!;
    await field.click({ count: 3 });
    await this.page.keyboard.press('Backspace');
    await field.type(value);
  }

  /** Presses keys one after the other: "Enter", "t", "Control+Enter". */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const [last, ...held] = key.split('+').toReversed() as [string, ...string[]];
      for (const each of held) await this.page.keyboard.down(each as 'Control');
      await this.page.keyboard.press(last as 'Enter');
      for (const each of held) await this.page.keyboard.up(each as 'Control');
    }
  }

  /** A file of our own, fetched as this person. */
  async fetch(href: string): Promise<{ status: number; type: string | null; bytes: Buffer }> {
    const cookie = (await this.page.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(href, this.page.url()), { headers: { cookie } });
    return { status: answer.status, type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  href(selector: string): Promise<string> {
    return this.page.$eval(selector, (link) => (link as unknown as { href: string }).href);
  }

  /** Accessibility and width of the screen as it stands, wide and narrow, light and dark, and at 200 % zoom; one line for each fault. */
  async faults(screen: string): Promise<string[]> {
    const before = this.page.viewport();
    await this.page.evaluate(axeSource);
    const found: string[] = [];
    for (const [width, size] of Object.entries(widths)) {
      await this.page.setViewport(size);
      for (const scheme of ['light', 'dark']) {
        await this.page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await this.page.evaluate('Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))');
        const told = (await this.page.evaluate(`(async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: false });
          return [...${sideways}, ...violations.map(({ id, help, nodes }) => id + ' (' + help + '): ' + nodes.slice(0, 3).map(({ target, any }) => target.join(' ') + ' ' + (any[0]?.message ?? '')).join(' | '))];
        })()`)) as string[];
        found.push(...told.map((line) => `${screen}, ${width}, ${scheme}: ${line}`));
      }
    }
    await this.page.setViewport(zoomed);
    found.push(...((await this.page.evaluate(sideways)) as string[]).map((line) => `${screen}, at 200 %: ${line}`));
    await this.page.emulateMediaFeatures([]);
    if (before) await this.page.setViewport(before);
    return found;
  }

  /** What this address costs who was never there, in bytes over the wire, until nothing more is asked for. */
  async weight(path: string, ready: string): Promise<number> {
    const devtools = await this.page.createCDPSession();
    let [bytes, last] = [0, performance.now()];
    // What is asked again because something happened meanwhile is not part of the first load.
    const asked = new Map<string, string>();
    const loaded = new Set<string>();
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, `${request.url} ${request.postData ?? ''}`));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const what = asked.get(requestId) ?? requestId;
      if (!loaded.has(what)) bytes += encodedDataLength;
      loaded.add(what);
      last = performance.now();
    });
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await this.go(path);
    await this.page.waitForSelector(ready);
    while (performance.now() - last < 500) await this.page.evaluate('new Promise((resolve) => setTimeout(resolve, 50))'); // live streams never end
    await devtools.detach();
    return bytes;
  }

  private async find(words: string, within = ''): Promise<ElementHandle> {
    const candidates = ['button', 'a', 'summary', 'label', '[role=row]'].map((each) => `${within} ${each}`).join(', ');
    const wanted = plain(words);
    for (const deadline = Date.now() + 15_000; ;) {
      for (const candidate of await this.page.$$(candidates)) {
        const said = plain(
          (await candidate.evaluate((each) => (each as unknown as { innerText: string }).innerText).catch(() => '')) ?? '',
        );
        if (said.startsWith(wanted) && (await candidate.isVisible())) return candidate as ElementHandle;
      }
      if (Date.now() > deadline)
        throw new Error(`nothing to press begins with “${words}” at ${this.page.url()}; the page says:\n${await this.text()}`);
      await this.page.evaluate('1'); // one turn of the page
    }
  }
}

const plain = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
