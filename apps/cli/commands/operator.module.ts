import { BillingModule } from '@amiable/billing';
import { CasesModule } from '@amiable/cases';
import { ClientsModule } from '@amiable/clients';
import { IdentityModule } from '@amiable/identity';
import type { Clock } from '@amiable/kernel';
import { OutreachModule } from '@amiable/outreach';
import { PaymentsModule } from '@amiable/payments';
import { PlatformModule, type Settings } from '@amiable/platform';
import { ResolutionModule } from '@amiable/resolution';
import { StrategiesModule } from '@amiable/strategies';
import { Module, type DynamicModule } from '@nestjs/common';

/** The use cases an operator may call by hand. */
@Module({})
export class OperatorModule {
  static with(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        PlatformModule.with(settings, clock),
        IdentityModule,
        ClientsModule,
        CasesModule,
        OutreachModule,
        StrategiesModule,
        ResolutionModule,
        PaymentsModule,
        BillingModule,
      ],
    };
  }
}
