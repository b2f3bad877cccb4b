import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { BrandQueries, fontFilesOf, isWordmark, themeOfBrand, type Brand } from '@amiable/clients';
import { debtorLanguageOf } from '@amiable/identity';
import { SETTINGS, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DebtorPage, Frame } from '../../../libs/web-kit/src/debtor-pages';

type Render = (page: DebtorPage) => string;

/** The pages of this brand are shut; whoever asks for one is told so (RefusalFilter). */
export class BrandSuspended extends Error {
  constructor(readonly brand: Brand) {
    super('the pages of this brand are suspended');
  }
}

/** The brand of a request and the page around every answer. The pages themselves are rendered by apps/debtor-web. */
@Injectable()
export class DebtorPageFrames {
  private render?: Render;
  /** Brands by their address as last read: for the page that says the database is away. */
  private readonly seen = new Map<string, Brand>();

  constructor(
    private readonly brands: BrandQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Brand by exact host, or by the path under our own host; null when nobody lives there (trust.md 3.8). Throws BrandSuspended. */
  async brandOf(req: Request, slug: string | undefined): Promise<Brand | null> {
    const address = this.addressOf(req, slug);
    const brand = address && (await this.brands.brandAt(address));
    if (!brand) return null;
    this.seen.set(address, brand);
    if (brand.suspendedAt) throw new BrandSuspended(brand);
    return brand;
  }

  /** The brand that lived at this address when it was last read. */
  lastKnownBrandOf(req: Request, slug: string | undefined): Brand | null {
    return this.seen.get(this.addressOf(req, slug) ?? '') ?? null;
  }

  private addressOf(req: Request, slug: string | undefined): string | null {
    if (this.isOwnHost(req)) return slug ? `path:${slug.toLowerCase()}` : null;
    return slug ? null : `host:${req.hostname.toLowerCase()}`;
  }

  /** Did the request come to our own host, where brands live under a path? */
  isOwnHost(req: Request): boolean {
    return req.hostname.toLowerCase() === new URL(this.settings.PUBLIC_URL).hostname;
  }

  /** The page around an answer; `ownLanguage` is the debtor's, where one is known. */
  frame(req: Request, res: Response, brand: Brand, ownLanguage: string | null = null): Frame {
    const base = this.isOwnHost(req) ? `/b/${brand.slug}` : ''; // links stay where the reader is, also while a brand lives at both places
    return this.frameFor(brand, { language: debtorLanguageOf(req, ownLanguage), nonce: res.locals.nonce, path: req.path, base });
  }

  /** The same for a page that nobody asked for, as a preview is. */
  frameFor(brand: Brand, { language, nonce, path, base }: Pick<Frame, 'language' | 'nonce' | 'path' | 'base'>, logosInside = false): Frame {
    const theme = themeOfBrand(brand);
    return {
      language,
      nonce,
      base,
      path,
      brand: {
        name: brand.name,
        logo: logosInside ? brand.logo : logoFor(brand.logo, `${base}/logo`),
        logoDark: logosInside ? brand.logoDark : logoFor(brand.logoDark, `${base}/logo-dark`),
        isWordmark: isWordmark(brand.logo),
        light: theme.light,
        dark: theme.dark,
        radius: brand.radius,
        font: brand.font,
        fontFiles: fontFilesOf(brand.font).map(({ family, weight, name }) => ({ family, weight, name })),
        phone: brand.phone,
        email: brand.replyTo,
        website: brand.website,
        address: `${brand.addressLine}, ${brand.postcode} ${brand.city}`,
      },
    };
  }

  send(res: Response, page: DebtorPage, status = 200): void {
    res
      .status(status)
      .set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Content-Language': page.language })
      .type('html')
      .send(this.html(page));
  }

  /** The page as its HTML. */
  html(page: DebtorPage): string {
    return this.renderer()(page);
  }

  /** Nobody lives at this address: no brand, no hint. */
  nowhere(res: Response): void {
    res
      .status(404)
      .set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
      .type('html')
      .send(
        '<!doctype html><html lang="fr"><meta charset="utf-8"><title>404</title><h1>404</h1><p>Page introuvable. Page not found.</p></html>',
      );
  }

  private renderer(): Render {
    if (!this.render) {
      const path = join(process.env.AMIABLE_DIST ?? join(__dirname, '..', '..', '..'), 'debtor-web', 'render.cjs');
      const loaded = { exports: {} as { render: Render } };
      // Evaluated as it was built: a bundler or a test runner must not see this file as source of ours.
      compileFunction(readFileSync(path, 'utf8'), ['module', 'exports', 'require'], { filename: path })(loaded, loaded.exports, require);
      this.render = loaded.exports.render;
    }
    return this.render!;
  }
}

/** A small picture travels inside the page; a larger one is asked for once and kept, so that the page itself stays light. */
function logoFor(dataUri: string | null, address: string): string | null {
  if (dataUri === null || dataUri.length <= 3_000) return dataUri;
  return `${address}/${createHash('sha256').update(dataUri).digest('hex').slice(0, 12)}`;
}
