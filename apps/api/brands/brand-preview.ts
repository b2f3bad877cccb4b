import {
  addressOfBrand,
  Brand,
  BrandLogo,
  brandFields,
  Client,
  readAgency,
  readBrandWish,
  type BrandFields,
  type Hat,
} from '@amiable/clients';
import type { Case } from '@amiable/cases';
import type { DebtorLanguage } from '@amiable/identity';
import { dayOf, NotFound } from '@amiable/kernel';
import { activeTemplates, renderMessage, speakerOf, themeOf, wordedBy } from '@amiable/outreach';
import { Database, fromGlobalId, PdfPrinter, SETTINGS, type Settings, type TenantDb } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DebtorPageFrames } from '../debtor-pages/debtor-page-frames';
import { sampleCase } from './sample-case';

export const previewFaces = ['page', 'email', 'letter'] as const;
export type PreviewFace = (typeof previewFaces)[number];

export interface PreviewWish {
  readonly face: PreviewFace;
  readonly language: DebtorLanguage;
  readonly scheme: 'light' | 'dark';
  /** Values of the editor that are not saved; one that cannot be kept leaves the saved one in its place. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The real page, e-mail and letter of a brand with values that are not saved yet, about a case of nobody. */
@Injectable()
export class BrandPreview {
  constructor(
    private readonly database: Database,
    private readonly frames: DebtorPageFrames,
    private readonly printer: PdfPrinter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** HTML of one face. Throws NotFound. */
  async html(clientId: string, brandId: string, wish: PreviewWish): Promise<string> {
    const { brand, client, agency, hat, own, today } = await this.database.inTenant(clientId, async (db) => {
      const hat = await hatOf(db, brandId);
      return {
        brand: await wishedBrand(db, await db.find(Brand, brandId), wish.fields),
        client: await db.of(Client).findOneByOrFail({ clientId }),
        agency: await readAgency(db),
        hat,
        own: (await activeTemplates(db, { clientId, brandId, hat }, wish.language, ['reminder_1'])).reminder_1,
        today: dayOf(db.clock),
      };
    });
    const theCase = { hat } as Case; // of a case that is nobody's only the hat is asked
    const address = addressOfBrand(brand, this.settings.PUBLIC_URL);
    const { claim, facts } = await sampleCase(brand, speakerOf({ theCase, client, agency }), address, today, wish.language);
    if (wish.face === 'page') {
      const frame = this.frames.frameFor(brand, { language: wish.language, nonce: '', path: '/claim', base: '' }, true);
      return inScheme(this.frames.html({ ...frame, kind: 'claim', csrf: '', claim, notice: null }), wish.scheme);
    }
    const request = {
      template: 'reminder_1',
      language: wish.language,
      facts,
      theme: themeOf({ theCase, brand, agency }),
      ...wordedBy(own),
    } as const;
    return wish.face === 'email'
      ? inScheme(renderMessage({ ...request, channel: 'email' }).html, wish.scheme)
      : renderMessage({ ...request, channel: 'letter' }).html;
  }

  /** The letter as it is printed. */
  async letterPdf(clientId: string, brandId: string, wish: PreviewWish): Promise<Buffer> {
    return this.printer.print(await this.html(clientId, brandId, wish), clientId);
  }
}

/** In whose name this brand's newest mandate speaks; the client's own before there is one. */
async function hatOf(db: TenantDb, brandId: string): Promise<Hat> {
  const mandate = await db.row<{ hat: Hat }>(
    `select hat from mandates where client_id = $1 and brand_id = $2 order by created_at desc, version desc limit 1`,
    [db.clientId, brandId],
  );
  return mandate?.hat ?? 'client_name';
}

async function wishedBrand(db: TenantDb, brand: Brand, given: Readonly<Record<string, unknown>>): Promise<Brand> {
  for (const field of brandFields) {
    const value = field === 'radius' ? Number(given[field] ?? brand.radius) : given[field];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    try {
      if (field === 'logoId' || field === 'logoDarkId') await putOn(db, brand, field, String(value));
      else if (!field.startsWith('bank')) Object.assign(brand, readBrandWish({ [field]: value } as Partial<BrandFields>));
    } catch {
      continue; // half typed
    }
  }
  return brand;
}

async function putOn(db: TenantDb, brand: Brand, field: 'logoId' | 'logoDarkId', value: string): Promise<void> {
  const { clientId, id } = value === '' ? { clientId: db.clientId, id: null } : fromGlobalId('BrandLogo', value);
  if (clientId !== db.clientId) throw new NotFound('BrandLogo');
  const logo = id && (await db.find(BrandLogo, id));
  if (field === 'logoDarkId') brand.logoDark = logo ? logo.dataUri : null;
  else [brand.logo, brand.logoMail] = [logo ? logo.dataUri : null, logo ? logo.mailDataUri : null];
}

/** Answers as if the reader had chosen that scheme. */
function inScheme(html: string, scheme: 'light' | 'dark'): string {
  return html
    .replace(/\(prefers-color-scheme:\s*dark\)/g, scheme === 'dark' ? 'all' : 'not all') // in style sheets and in <source media>
    .replace(/color-scheme:\s*light dark/g, `color-scheme:${scheme}`)
    .replace(/(<meta name="(?:color-scheme|supported-color-schemes)" content=")light dark/g, `$1${scheme}`);
}
