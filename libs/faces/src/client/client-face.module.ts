import './client-face.abilities';
import { CasesModule } from '@amiable/cases';
import { ClientsModule } from '@amiable/clients';
import { ResolutionModule } from '@amiable/resolution';
import { Module } from '@nestjs/common';
import { BrandScreens } from '../brand/brand-screens';
import { BrandClientResolver } from './brand.client.resolver';
import { ClientCaseListQueries } from './client-case-list.queries';
import { ClientCaseQueries } from './client-case.queries';
import { ClientCaseResolver } from './client-case.resolver';
import { ClientDataQualityResolver } from './client-data-quality.resolver';
import { ClientHomeQueries } from './client-home.queries';
import { ClientHomeResolver } from './client-home.resolver';
import { ClientLatePaymentResolver } from './client-late-payment.resolver';
import { ClientLimitResolver } from './client-limit.resolver';
import { ClientMovementQueries } from './client-movement.queries';
import { ClientMovementResolver } from './client-movement.resolver';
import { ClientPlanResolver } from './client-plan.resolver';
import { ClientRemittanceQueries } from './client-remittance.queries';
import { ClientRemittanceResolver } from './client-remittance.resolver';
import { EvidenceClientResolver } from './evidence.client.resolver';

/** The portal of the client companies: what its endpoint shows, except who is signed in (libs/identity brings that). */
@Module({
  imports: [CasesModule, ClientsModule, ResolutionModule],
  providers: [
    BrandScreens,
    BrandClientResolver,
    ClientHomeQueries,
    ClientCaseListQueries,
    ClientCaseQueries,
    ClientMovementQueries,
    ClientRemittanceQueries,
    ClientDataQualityResolver,
    ClientHomeResolver,
    ClientCaseResolver,
    ClientLatePaymentResolver,
    ClientLimitResolver,
    ClientMovementResolver,
    ClientPlanResolver,
    ClientRemittanceResolver,
    EvidenceClientResolver,
  ],
})
export class ClientFaceModule {}
