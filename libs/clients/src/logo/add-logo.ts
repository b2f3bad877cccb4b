import { newId } from '@amiable/kernel';
import { log, Performer, PdfPrinter, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from '../brand/brand.entity';
import { BrandLogo } from '../brand/brand-logo.entity';
import { cleanLogo, type CleanLogo } from './clean-logo';

export interface AddLogoInput {
  readonly brandId: string;
  readonly logo: CleanLogo;
  readonly mailDataUri: string | null;
}

/** Logo déposé: kept beside the brand until an edit puts it on. Throws Forbidden. */
@Injectable()
export class AddLogo extends UseCase<AddLogoInput, { logoId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { brandId, logo, mailDataUri }: AddLogoInput): Promise<{ logoId: string }> {
    ctx.may('edit', await db.find(Brand, brandId));
    const { dataUri, width, height } = logo;
    const row = { clientId: db.clientId, id: newId(), brandId, dataUri, mailDataUri, width, height, createdAt: db.clock.now() };
    await db.of(BrandLogo).insert({ ...row, createdBy: ctx.actor.id });
    return { logoId: row.id };
  }
}

/** Takes a picture in: cleaned first, drawn once as PNG for mail programs, then kept. */
@Injectable()
export class TakeLogo {
  constructor(
    private readonly performer: Performer,
    private readonly adding: AddLogo,
    private readonly printer: PdfPrinter,
  ) {}

  /** Throws LogoRefused, Forbidden, NotFound. */
  async take(ctx: RequestContext, clientId: string, brandId: string, bytes: Buffer): Promise<CleanLogo & { readonly logoId: string }> {
    const logo = cleanLogo(bytes);
    const mailDataUri = logo.isSvg ? await this.drawn(logo) : logo.dataUri;
    const { logoId } = await this.performer.perform(ctx, clientId, this.adding, { brandId, logo, mailDataUri });
    return { ...logo, logoId };
  }

  /** Without a browser the mails go without a picture: they name the brand in words anyway. */
  private async drawn({ dataUri, width, height }: CleanLogo): Promise<string | null> {
    const size = { width: Math.ceil(Math.min(320, (72 * width) / height)), height: 72 };
    try {
      return `data:image/png;base64,${(await this.printer.draw(dataUri, size)).toString('base64')}`;
    } catch (error) {
      log.warn({ err: error }, 'a logo could not be drawn for mails');
      return null;
    }
  }
}
