import { Brand } from '@amiable/clients';
import { isDebtorLanguage } from '@amiable/identity';
import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, type RequestContext } from '@amiable/platform';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { BrandPreview, previewFaces, type PreviewFace, type PreviewWish } from './brand-preview';

/**
 * What a debtor would see of a brand that is being edited, in a frame without any power: no script, no form, no way out.
 * A GET, so that a frame can show it; the values that are not saved come in its address, bank details never do.
 */
@Controller('files/brand-previews')
export class BrandPreviewController {
  constructor(
    private readonly preview: BrandPreview,
    private readonly database: Database,
  ) {}

  @Get(':brandId/:face')
  @Allowed('edit', 'Brand')
  async show(
    @Ctx() ctx: RequestContext,
    @Param('brandId') brandId: string,
    @Param('face') face: string,
    @Query() query: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    ctx.enter(clientId);
    ctx.may('edit', await this.database.inTenant(clientId, (db) => db.find(Brand, id)));
    const name = face.replace(/\.pdf$/, '');
    if (!previewFaces.includes(name as PreviewFace) || (face.endsWith('.pdf') && name !== 'letter')) throw new NotFound('Preview');
    const wish: PreviewWish = {
      face: name as PreviewFace,
      language: isDebtorLanguage(query.lang) ? query.lang : 'fr',
      scheme: query.scheme === 'dark' ? 'dark' : 'light',
      fields: query,
    };
    res.removeHeader('Origin-Agent-Cluster'); // a frame without an origin has no agent of its own
    res.set({ 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' });
    if (face.endsWith('.pdf')) {
      res.set('Content-Security-Policy', `default-src 'none'; object-src 'self'; frame-ancestors 'self'`);
      return void res.type('application/pdf').send(await this.preview.letterPdf(clientId, id, wish));
    }
    res.set(
      'Content-Security-Policy',
      `default-src 'none'; img-src data:; font-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox`,
    );
    res.type('text/html; charset=utf-8').send(await this.preview.html(clientId, id, wish));
  }
}
