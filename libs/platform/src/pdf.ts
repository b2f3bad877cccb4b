import { Injectable } from '@nestjs/common';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer';
import type { Settings } from './settings';

/** Nothing may leave the renderer: pictures and fonts come as data, styles inline (trust.md 3.6). */
const contentPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">`;

/** A page is used for so many sheets of one client before a new one takes its place: a renderer grows. */
const sheetsPerPage = 100;

/** So many pages wait for their client's next sheet. */
const mostIdle = 4;

interface LockedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly of: string;
  printed: number;
}

/**
 * Prints our own HTML as PDF in a locked-down Chromium: one browser, a context of its own for each client, scripts off,
 * every request but data: refused, offline, 15 seconds at most. The five layers overlap on purpose. A locked page is
 * used again for the next sheet of the same client, never for another's (docs/decisions/pages-printed-by-client.md).
 */
@Injectable()
export class PdfPrinter {
  private browser?: Promise<Browser>;
  private pagesOpened = 0;
  private printing = 0;
  private readonly idle: LockedPage[] = [];

  constructor(private readonly settings: Pick<Settings, 'PUPPETEER_EXECUTABLE_PATH'>) {}

  /** One sheet of HTML as PDF; `of` names whose it is: sheets of one client may share a page, one after the other. */
  async print(html: string, of: string): Promise<Buffer> {
    this.printing++;
    const locked = await this.pageOf(of).catch((error: Error) => {
      this.printing--;
      throw error;
    });
    try {
      const { page } = locked;
      await page.setContent(html.replace(/<head>/i, `<head>${contentPolicy}`), { waitUntil: 'load', timeout: 15_000 });
      const pdf = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true, timeout: 15_000 });
      await this.keep(locked);
      return Buffer.from(pdf);
    } catch (error) {
      await leave(locked); // a sheet that failed leaves nothing behind for the next
      throw error;
    } finally {
      this.printing--;
    }
  }

  private async pageOf(of: string): Promise<LockedPage> {
    const at = this.idle.findIndex((one) => one.of === of);
    if (at >= 0) {
      const [found] = this.idle.splice(at, 1);
      if (!found!.page.isClosed()) return found!;
    }
    const browser = await this.start();
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await lockDown(page);
    return { context, page, of, printed: 0 };
  }

  private async keep(locked: LockedPage): Promise<void> {
    if (++locked.printed >= sheetsPerPage || !this.browser) return leave(locked);
    this.idle.push(locked);
    if (this.idle.length > mostIdle) await leave(this.idle.shift()!);
  }

  /** A picture given as data, drawn at this size as PNG on nothing, twice as fine as asked. */
  async draw(dataUri: string, { width, height }: { width: number; height: number }): Promise<Buffer> {
    const context = await (await this.start()).createBrowserContext();
    try {
      const page = await context.newPage();
      await lockDown(page);
      await page.setViewport({ width, height, deviceScaleFactor: 2 });
      const sheet =
        'html,body{margin:0;background:transparent}img{display:block;width:100vw;height:100vh;object-fit:contain;object-position:left}';
      await page.setContent(
        `<!doctype html><html><head>${contentPolicy}<style>${sheet}</style></head><body><img src="${dataUri}" alt=""></body></html>`,
        {
          waitUntil: 'load',
          timeout: 15_000,
        },
      );
      return Buffer.from(await page.screenshot({ type: 'png', omitBackground: true }));
    } finally {
      await context.close().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    const browser = this.browser;
    this.browser = undefined;
    this.idle.length = 0;
    await (await browser?.catch(() => undefined))?.close();
  }

  private async start(): Promise<Browser> {
    // A browser grows; a new one now and then, when nobody else is printing, keeps memory flat.
    if (this.browser && ++this.pagesOpened > 200 && this.printing === 1) await this.close();
    if (!this.browser) {
      this.pagesOpened = 0;
      this.browser = puppeteer.launch({
        executablePath: this.settings.PUPPETEER_EXECUTABLE_PATH,
        headless: 'shell',
        pipe: true,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-dev-shm-usage',
          '--font-render-hinting=none',
          '--disable-background-networking',
          '--proxy-server=127.0.0.1:9',
          '--proxy-bypass-list=<-loopback>',
        ],
      });
      this.browser.then(
        (started) =>
          started.on('disconnected', () => {
            this.browser = undefined;
            this.idle.length = 0;
          }),
        () => {
          this.browser = undefined;
        },
      );
    }
    return this.browser;
  }
}

async function leave({ context }: LockedPage): Promise<void> {
  await context.close().catch(() => undefined);
}

async function lockDown(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    void (protocol === 'data:' || protocol === 'about:' ? request.continue() : request.abort()).catch(() => undefined);
  });
}
