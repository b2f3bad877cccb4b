import { AbsenceAgencyResolver } from './absence.agency.resolver';
import { BillingModule } from '@amiable/billing';
import { CasesModule } from '@amiable/cases';
import { ClientsModule } from '@amiable/clients';
import { IdentityModule } from '@amiable/identity';
import { InsightsModule } from '@amiable/insights';
import { OutreachModule } from '@amiable/outreach';
import { PaymentsModule } from '@amiable/payments';
import { ResolutionModule } from '@amiable/resolution';
import { StrategiesModule } from '@amiable/strategies';
import { Module } from '@nestjs/common';
import { BrandScreens } from '../brand/brand-screens';
import { AlertAgencyResolver } from './alert.agency.resolver';
import { AnswerAgencyResolver } from './answer.agency.resolver';
import { ApprovalAgencyResolver } from './approval.agency.resolver';
import { BrandAgencyResolver } from './brand.agency.resolver';
import { BulkAgencyResolver } from './bulk.agency.resolver';
import { ExperimentAgencyResolver } from './experiment.agency.resolver';
import { ProposalAgencyResolver } from './proposal.agency.resolver';
import { ScenarioAgencyResolver } from './scenario.agency.resolver';
import { ExportCases } from './case-export.agency';
import { CaseAgencyResolver } from './case.agency.resolver';
import { CaseStepsAgencyResolver } from './case-steps.agency.resolver';
import { CaseScreens } from './case-screens';
import { CaseWritesAgencyResolver } from './case-writes.agency.resolver';
import { DebtorFileAgencyResolver } from './debtor-file.agency.resolver';
import { EvidenceAgencyResolver } from './evidence.agency.resolver';
import { ClientPageAgencyResolver } from './client-page.agency.resolver';
import { ImportAgencyResolver } from './import.agency.resolver';
import { MessagePreviewAgencyResolver } from './message-preview.agency.resolver';
import { MoneyAgencyResolver } from './money.agency.resolver';
import { PayerAgencyResolver } from './payer.agency.resolver';
import { PresenceAgencyResolver } from './presence.agency.resolver';
import { ProtectDebtorAgencyResolver } from './protect-debtor.agency.resolver';
import { LatePaymentAgencyResolver } from './late-payment.agency';
import { QualityAgencyResolver } from './quality.agency.resolver';
import { RefundAgencyResolver } from './refund.agency.resolver';
import { SearchAgencyResolver } from './search.agency.resolver';
import { PlanAgencyResolver } from './plan.agency.resolver';
import { ExportTeam } from './team-export.agency';
import { TeamReader } from './team.agency.queries';
import { TeamAgencyResolver } from './team.agency.resolver';
import { TemplateAgencyResolver } from './template.agency.resolver';
import { TwinAgencyResolver } from './twin.agency.resolver';
import { ViewAgencyResolver } from './view.agency.resolver';

/** The console's face: its types, screens and mutations. */
@Module({
  imports: [
    BillingModule,
    CasesModule,
    ClientsModule,
    IdentityModule,
    InsightsModule,
    OutreachModule,
    PaymentsModule,
    ResolutionModule,
    StrategiesModule,
  ],
  providers: [
    AlertAgencyResolver,
    AnswerAgencyResolver,
    ApprovalAgencyResolver,
    BrandScreens,
    BrandAgencyResolver,
    CaseScreens,
    CaseStepsAgencyResolver,
    CaseAgencyResolver,
    CaseWritesAgencyResolver,
    DebtorFileAgencyResolver,
    EvidenceAgencyResolver,
    ExperimentAgencyResolver,
    ProposalAgencyResolver,
    ScenarioAgencyResolver,
    ClientPageAgencyResolver,
    ImportAgencyResolver,
    LatePaymentAgencyResolver,
    MessagePreviewAgencyResolver,
    MoneyAgencyResolver,
    PayerAgencyResolver,
    PresenceAgencyResolver,
    ProtectDebtorAgencyResolver,
    AbsenceAgencyResolver,
    QualityAgencyResolver,
    RefundAgencyResolver,
    SearchAgencyResolver,
    PlanAgencyResolver,
    TeamReader,
    TeamAgencyResolver,
    TemplateAgencyResolver,
    TwinAgencyResolver,
    ViewAgencyResolver,
    BulkAgencyResolver,
    ExportCases,
    ExportTeam,
  ],
  exports: [ExportCases, ExportTeam],
})
export class AgencyFaceModule {}
