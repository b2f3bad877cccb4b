import { LogoRefused, rasterLimits, TakeLogo } from '@amiable/clients';
import { Allowed, Ctx, fromGlobalId, toGlobalId, type RequestContext } from '@amiable/platform';
import { Controller, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';

/** Logos come as plain bytes (faces.md 4.1): read by what they are, cleaned, and answered as they will be printed. */
@Controller('files/brand-logos')
export class BrandLogoUploadController {
  constructor(private readonly taking: TakeLogo) {}

  @Post()
  @Allowed('edit', 'Brand')
  async upload(@Ctx() ctx: RequestContext, @Query('brand') brand: string, @Req() req: Request): Promise<object> {
    const { clientId, id } = fromGlobalId('Brand', brand ?? '');
    ctx.enter(clientId);
    const { logoId, dataUri, width, height, removed } = await this.taking.take(ctx, clientId, id, await bytesOf(req));
    return { logoId: toGlobalId('BrandLogo', clientId, logoId), dataUri, width, height, removed };
  }
}

async function bytesOf(req: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let seen = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > rasterLimits.bytes) throw new LogoRefused('too_large', { kilobytes: rasterLimits.bytes / 1000 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
