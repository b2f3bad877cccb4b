import { Module } from '@nestjs/common';
import { BrandQueries } from './brand/brand.queries';
import { ReviseBrand } from './brand/revise-brand';
import { OpenBrand } from './brand/open-brand';
import { ReopenBrand } from './brand/reopen-brand';
import { SuspendBrand } from './brand/suspend-brand';
import { RestoreBrandVersion } from './brand/restore-brand-version';
import { OpenCompany, TakeOnClient } from './client/open-company';
import { ClaimHost } from './host/claim-host';
import { RevokeHost } from './host/revoke-host';
import { TxtRecords } from './host/txt-records';
import { ProveHost, VerifyHost } from './host/verify-host';
import { SignMandate } from './mandate/sign-mandate';
import { AddLogo, TakeLogo } from './logo/add-logo';

const provided = [
  BrandQueries,
  ReviseBrand,
  RestoreBrandVersion,
  AddLogo,
  TakeLogo,
  OpenCompany,
  TakeOnClient,
  OpenBrand,
  SuspendBrand,
  ReopenBrand,
  SignMandate,
  ClaimHost,
  ProveHost,
  VerifyHost,
  RevokeHost,
  TxtRecords,
];

@Module({ providers: provided, exports: provided })
export class ClientsModule {}
