import { Module } from '@nestjs/common';
import { BrandQueries } from './brand/brand.queries';
import { EditBrand } from './brand/edit-brand';
import { RestoreBrandVersion } from './brand/restore-brand-version';
import { AddLogo, TakeLogo } from './logo/add-logo';

const provided = [BrandQueries, EditBrand, RestoreBrandVersion, AddLogo, TakeLogo];

@Module({ providers: provided, exports: provided })
export class ClientsModule {}
