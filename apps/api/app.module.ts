import { CasesModule } from '@amiable/cases';
import { ClientsModule } from '@amiable/clients';
import { AgencyFaceModule, ClientFaceModule, DebtorFaceModule } from '@amiable/faces';
import { IdentityAgencyModule, IdentityClientModule, IdentityModule } from '@amiable/identity';
import type { Clock } from '@amiable/kernel';
import { PaymentsModule } from '@amiable/payments';
import { AbilityGuard, endpoint, PlatformModule, type Settings } from '@amiable/platform';
import { ResolutionModule } from '@amiable/resolution';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { brandControllers, brandProviders } from './brands/brands';
import { companyControllers, companyProviders } from './debtor-pages/company';
import { AnswerActs } from './debtor-pages/answers/answer-acts';
import { AnswerPages } from './debtor-pages/answers/answer-pages';
import { AnswersController } from './debtor-pages/answers/answers.controller';
import { DebtorDocuments } from './debtor-pages/debtor-documents';
import { DebtorCasePages } from './debtor-pages/debtor-case-pages';
import { DebtorPaymentPages } from './debtor-pages/debtor-payment-pages';
import { DebtorSessions } from './debtor-pages/debtor-sessions';
import { DebtorPlanController } from './debtor-pages/debtor-plan.controller';
import { DebtorPlanPages } from './debtor-pages/debtor-plan-pages';
import { DebtorPagesController } from './debtor-pages/debtor-pages.controller';
import { DebtorPageFrames } from './debtor-pages/debtor-page-frames';
import { DebtorProblemPages } from './debtor-pages/debtor-problem-pages';
import { SecondFacts } from './debtor-pages/second-fact';
import { TransferPages } from './debtor-pages/transfer-pages';
import { TransferPagesController } from './debtor-pages/transfer-pages.controller';
import { ExportFilesController } from './files/export-files.controller';
import { EvidenceFilesController } from './files/evidence-files.controller';
import { FilesController } from './files/files.controller';
import { ImportFilesController } from './files/import-files.controller';
import { HealthController } from './health.controller';
import { LiveController } from './live/live.controller';
import { StripeWebhookController } from './webhooks/stripe-webhook.controller';

/** The api: three GraphQL endpoints, the debtor pages, files and webhooks, in one process. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, clock),
        IdentityModule,
        ClientsModule,
        CasesModule,
        PaymentsModule,
        ResolutionModule,
        IdentityAgencyModule,
        IdentityClientModule,
        AgencyFaceModule,
        ClientFaceModule,
        DebtorFaceModule,
        endpoint('agency', [AgencyFaceModule, IdentityAgencyModule]),
        endpoint('client', [ClientFaceModule, IdentityClientModule]),
        endpoint('debtor', [DebtorFaceModule]),
      ],
      controllers: [
        HealthController,
        LiveController,
        StripeWebhookController,
        ...brandControllers,
        ImportFilesController,
        ExportFilesController,
        EvidenceFilesController,
        FilesController,
        AnswersController,
        DebtorPagesController,
        DebtorPlanController,
        TransferPagesController,
        ...companyControllers,
      ],
      providers: [
        ...brandProviders,
        ...companyProviders,
        AnswerActs,
        AnswerPages,
        DebtorCasePages,
        DebtorDocuments,
        DebtorPageFrames,
        DebtorPaymentPages,
        DebtorPlanPages,
        DebtorProblemPages,
        DebtorSessions,
        SecondFacts,
        TransferPages,
        { provide: APP_GUARD, useClass: AbilityGuard },
      ],
    };
  }
}
