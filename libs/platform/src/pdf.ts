import { Injectable } from '@nestjs/common';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import type { Settings } from './settings';

/** Nothing may leave the renderer: pictures and fonts come as data, styles inline (trust.md 3.6). */
const contentPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">`;

/**
 * Prints our own HTML as PDF in a locked-down Chromium: one browser, a fresh context per sheet, scripts off,
 * every request but data: refused, offline, 15 seconds at most. The five layers overlap on purpose.
 */
@Injectable()
export class PdfPrinter {
  private browser?: Promise<Browser>;
  private printed = 0;

  constructor(private readonly settings: Pick<Settings, 'PUPPETEER_EXECUTABLE_PATH'>) {}

  async print(html: string): Promise<Buffer> {
    const browser = await this.start();
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await lockDown(page);
      await page.setContent(html.replace(/<head>/i, `<head>${contentPolicy}`), { waitUntil: 'load', timeout: 15_000 });
      return Buffer.from(await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true, timeout: 15_000 }));
    } finally {
      await context.close().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    const browser = this.browser;
    this.browser = undefined;
    await (await browser?.catch(() => undefined))?.close();
  }

  private async start(): Promise<Browser> {
    if (this.browser && ++this.printed > 2_000) await this.close(); // a browser grows; a new one now and then keeps memory flat
    if (!this.browser) {
      this.printed = 0;
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
          }),
        () => {
          this.browser = undefined;
        },
      );
    }
    return this.browser;
  }
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
