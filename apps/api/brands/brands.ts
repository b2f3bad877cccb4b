import { BrandLogosController, FontsController } from './brand-files.controller';
import { BrandLogoUploadController } from './brand-logo-upload.controller';
import { BrandPreview } from './brand-preview';
import { PublicPagesController } from './public-pages.controller';
import { BrandPreviewController } from './brand-preview.controller';

/** What the api serves of brands beside GraphQL: fonts, logos, uploads, previews. */
export const brandControllers = [
  FontsController,
  BrandLogosController,
  BrandLogoUploadController,
  BrandPreviewController,
  PublicPagesController,
];
export const brandProviders = [BrandPreview];
