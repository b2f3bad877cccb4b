import { Module } from '@nestjs/common';
import { BrandQueries } from './brand/brand.queries';
import { ReviseBrand } from './brand/revise-brand';
import { OpenBrand } from './brand/open-brand';
import { RestoreBrandVersion } from './brand/restore-brand-version';
import { OpenCompany, TakeOnClient } from './client/open-company';
import { SignMandate } from './mandate/sign-mandate';
import { AddLogo, TakeLogo } from './logo/add-logo';

const provided = [BrandQueries, ReviseBrand, RestoreBrandVersion, AddLogo, TakeLogo, OpenCompany, TakeOnClient, OpenBrand, SignMandate];

@Module({ providers: provided, exports: provided })
export class ClientsModule {}
