import { createHash } from 'node:crypto';
import { fontFileNamed } from '@amiable/clients';
import { NotFound } from '@amiable/kernel';
import { OpenTo } from '@amiable/platform';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DebtorPageFrames } from '../debtor-pages/debtor-page-frames';

const forEver = 'public, max-age=31536000, immutable';

/** Fonts from our own host, the same for every brand; named by their content. */
@Controller('fonts')
@OpenTo('fonts of the debtor pages say nothing about anybody')
export class FontsController {
  @Get(':name')
  font(@Param('name') name: string, @Res() res: Response): void {
    const file = fontFileNamed(name);
    if (!file) throw new NotFound('Font');
    // A preview stands in a frame without an origin, and fonts are always asked for with one.
    res.set({ 'Cache-Control': forEver, 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    res.type('font/woff2').send(file.bytes);
  }
}

/** Logos too large to travel inside a page: on the brand's own host and path only, each picture under the hash of its bytes. */
@Controller(['b/:slug', ''])
@OpenTo('the logo of a brand stands on its public pages')
export class BrandLogosController {
  constructor(private readonly frames: DebtorPageFrames) {}

  @Get('logo/:hash')
  light(@Req() req: Request, @Res() res: Response, @Param('hash') hash: string, @Param('slug') slug?: string): Promise<void> {
    return this.picture(req, res, 'logo', hash, slug);
  }

  @Get('logo-dark/:hash')
  dark(@Req() req: Request, @Res() res: Response, @Param('hash') hash: string, @Param('slug') slug?: string): Promise<void> {
    return this.picture(req, res, 'logoDark', hash, slug);
  }

  private async picture(req: Request, res: Response, which: 'logo' | 'logoDark', hash: string, slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    const logo = brand?.[which];
    if (!logo || createHash('sha256').update(logo).digest('hex').slice(0, 12) !== hash) return this.frames.nowhere(res);
    const [, type, base64] = /^data:(image\/[a-z+]+);base64,(.*)$/.exec(logo)!;
    res.set({ 'Cache-Control': forEver, 'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox` });
    res.type(type!).send(Buffer.from(base64!, 'base64'));
  }
}
