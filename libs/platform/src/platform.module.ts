import { systemClock, type Clock } from '@amiable/kernel';
import { Global, Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import { Database } from './database';
import { LiveChannel } from './live';
import { Mailer } from './mail';
import { OutboxWorker } from './outbox';
import { PdfPrinter } from './pdf';
import type { Settings } from './settings';
import { Throttle } from './throttle';
import { Performer } from './use-case';

export const SETTINGS = Symbol('settings');
export const CLOCK = Symbol('clock');

/** Database, clock, mail, PDF, outbox and throttle, for every other module. */
@Global()
@Module({})
export class PlatformModule implements OnModuleDestroy {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly printer: PdfPrinter,
  ) {}

  static with(settings: Settings, clock: Clock = systemClock): DynamicModule {
    const provided = [
      { provide: SETTINGS, useValue: settings },
      { provide: CLOCK, useValue: clock },
      { provide: Database, useFactory: () => new Database(settings, clock) },
      { provide: Mailer, useFactory: () => new Mailer(settings) },
      { provide: PdfPrinter, useFactory: () => new PdfPrinter(settings) },
      Performer,
      LiveChannel,
      OutboxWorker,
      Throttle,
    ];
    return { module: PlatformModule, providers: provided, exports: provided };
  }

  async onModuleDestroy(): Promise<void> {
    this.mailer.close();
    await this.printer.close();
    await this.database.close();
  }
}
