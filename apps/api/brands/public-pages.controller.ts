import { addressOfBrand, Client, readAgency, type Brand, type Hat } from '@amiable/clients';
import { speakerOf } from '@amiable/outreach';
import { Database, OpenTo, SETTINGS, type Settings } from '@amiable/platform';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Speaker } from '../../../libs/web-kit/src/debtor-pages';
import { DebtorPageFrames } from '../debtor-pages/debtor-page-frames';

const publicPaths = ['/enter', '/verify', '/legal', '/privacy', '/accessibility'];

/** What of a brand is public: who publishes, data, accessibility, and what machines ask for. Nothing of any case. */
@Controller(['b/:slug', ''])
@OpenTo('public notices of a brand')
export class PublicPagesController {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('legal')
  legal(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.notice(req, res, 'legal', slug);
  }

  @Get('privacy')
  privacy(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.notice(req, res, 'privacy', slug);
  }

  @Get('accessibility')
  accessibility(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.notice(req, res, 'accessibility', slug);
  }

  /** Robots may read the public pages; every page says noindex by itself all the same. Of our own host nothing is theirs. */
  @Get('robots.txt')
  async robots(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return void res.type('text/plain').send('User-agent: *\nDisallow: /\n');
    const allowed = publicPaths.map((path) => `Allow: ${path}$`).join('\n');
    res.type('text/plain').send(`User-agent: *\n${allowed}\nDisallow: /\nSitemap: ${this.addressOf(brand)}/sitemap.xml\n`);
  }

  @Get('sitemap.xml')
  async sitemap(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    const places = publicPaths.map((path) => `<url><loc>${this.addressOf(brand)}${path}</loc></url>`).join('');
    res
      .type('application/xml')
      .send(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places}</urlset>\n`);
  }

  /** RFC 9116: where somebody who found a hole writes to; the brand's own address, good for a year. */
  @Get('.well-known/security.txt')
  async security(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    const until = this.database.clock
      .now()
      .toZonedDateTimeISO('UTC')
      .add({ years: 1 })
      .with({ hour: 0, minute: 0, second: 0, millisecond: 0 });
    res
      .type('text/plain')
      .send(
        [
          `Contact: mailto:${brand.replyTo}`,
          `Expires: ${until.toInstant().toString()}`,
          'Preferred-Languages: fr, en',
          `Canonical: ${this.addressOf(brand)}/.well-known/security.txt`,
          '',
        ].join('\n'),
      );
  }

  private addressOf(brand: Brand): string {
    return addressOfBrand(brand, this.settings.PUBLIC_URL);
  }

  private async notice(req: Request, res: Response, about: 'legal' | 'privacy' | 'accessibility', slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    this.frames.send(res, { ...this.frames.frame(req, res, brand), kind: 'notice', about, speaker: await this.speakerOf(brand) });
  }

  private speakerOf(brand: Brand): Promise<Speaker> {
    return this.database.inTenant(brand.clientId, async (db) => {
      const mandate = await db.row<{ hat: Hat }>(
        `select hat from mandates where client_id = $1 and brand_id = $2 order by created_at desc, version desc limit 1`,
        [brand.clientId, brand.id],
      );
      const client = await db.of(Client).findOneByOrFail({ clientId: brand.clientId });
      return speakerOf({ theCase: { hat: mandate?.hat ?? 'client_name' } as never, client, agency: await readAgency(db) });
    });
  }
}
