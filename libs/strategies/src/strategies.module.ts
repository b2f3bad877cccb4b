import { dayOf } from '@amiable/kernel';
import { Database, OutboxWorker } from '@amiable/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ConfirmSteps } from './confirm/confirm-steps';
import { DiscardSteps } from './confirm/discard-steps';
import { EndExperiment } from './experiment/end-experiment';
import { StartExperiment } from './experiment/start-experiment';
import { RunDay } from './run/run-day';
import { ActivateDraft } from './scenario/activate-draft';
import { ActivateScenario } from './scenario/activate-scenario';
import { DraftScenario } from './scenario/draft-scenario';
import { DropDraft } from './scenario/drop-draft';
import { ReviseDraft } from './scenario/revise-draft';
import { RetireLine } from './scenario/retire-line';
import { scheduleCases } from './schedule/schedule-cases';
import { FinishTask } from './step/finish-task';
import { SkipStep } from './step/skip-step';
import { ReviseSegments } from './segment/revise-segments';

const useCases = [
  ActivateDraft,
  ActivateScenario,
  ConfirmSteps,
  DraftScenario,
  DropDraft,
  ReviseDraft,
  EndExperiment,
  FinishTask,
  RetireLine,
  RunDay,
  ReviseSegments,
  DiscardSteps,
  SkipStep,
  StartExperiment,
];

@Module({ providers: useCases, exports: useCases })
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
