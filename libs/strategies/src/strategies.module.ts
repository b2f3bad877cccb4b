import { dayOf } from '@amiable/kernel';
import { Database, OutboxWorker } from '@amiable/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { RunDay } from './run/run-day';
import { ActivateScenario } from './schedule/activate-scenario';
import { scheduleCases } from './schedule/schedule-cases';

@Module({ providers: [ActivateScenario, RunDay], exports: [ActivateScenario, RunDay] })
export class StrategiesModule implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
  ) {}

  /** A case that was opened gets its first step at once, not only with the next daily run. */
  onModuleInit(): void {
    this.outbox.on(
      'cases.opened',
      async (works) => {
        for (const clientId of new Set(works.map((work) => work.clientId))) {
          await this.database.acrossClientsAsWorker((db) => scheduleCases(db, dayOf(db.clock).toString(), clientId));
        }
      },
      200,
    );
  }
}
