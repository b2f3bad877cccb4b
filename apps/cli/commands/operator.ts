import { dayOf, systemClock, Temporal } from '@amiable/kernel';
import { Database, readSettings, RequestContext, type Settings } from '@amiable/platform';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { OperatorModule } from './operator.module';

/** A mistake on the command line, in plain words. */
export class UsageError extends Error {}

/** The words of one command: `import --client Nord --file a.csv --json`. */
export interface Arguments {
  readonly command: string;
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string | true>;
}

/** What a command works with: the same use cases as the api and the worker, no second logic. */
export class Operator {
  private constructor(
    readonly app: INestApplicationContext,
    readonly settings: Settings,
    readonly args: Arguments,
  ) {}

  static async open(args: Arguments): Promise<Operator> {
    const settings = readSettings();
    const app = await NestFactory.createApplicationContext(OperatorModule.with(settings, systemClock), {
      logger: false,
      abortOnError: false,
    });
    return new Operator(app, settings, args);
  }

  get ctx(): RequestContext {
    return RequestContext.system('Opérateur');
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type);
  }

  text(name: string): string | undefined {
    const value = this.args.options.get(name);
    if (value === true) throw new UsageError(`--${name} wants a value`);
    return value;
  }

  need(name: string): string {
    const value = this.text(name);
    if (!value) throw new UsageError(`--${name} is missing`);
    return value;
  }

  flag(name: string): boolean {
    return this.args.options.has(name);
  }

  /** The day of --as-of, today otherwise. */
  day(name = 'as-of'): string {
    const given = this.text(name);
    if (!given) return dayOf(this.database.clock).toString();
    try {
      return Temporal.PlainDate.from(given, { overflow: 'reject' }).toString();
    } catch {
      throw new UsageError(`--${name} ${given} is not a day; write it as 2026-11-30`);
    }
  }

  /** The client of --client: its id, the beginning of its name, its legal name or brand. Throws UsageError naming those there are. */
  async client(): Promise<{ clientId: string; name: string }> {
    const wanted = this.need('client');
    const found = await this.database.acrossClientsAsWorker((db) =>
      db.rows<{ client_id: string; name: string }>(
        `select distinct cl.client_id, cl.name from clients cl left join brands b on b.client_id = cl.client_id
         where cl.client_id::text = $1 or lower(cl.legal_name) = lower($1) or lower(b.slug) = lower($1) or lower(b.name) = lower($1)
           or starts_with(lower(cl.name), lower($1))`,
        [wanted],
      ),
    );
    if (found.length === 1) return { clientId: found[0]!.client_id, name: found[0]!.name };
    const all = await this.database.acrossClientsAsWorker((db) => db.rows<{ name: string }>(`select name from clients order by name`));
    if (found.length > 1)
      throw new UsageError(`--client ${wanted} fits several clients: ${found.map((c) => `${c.name} (${c.client_id})`).join(', ')}`);
    throw new UsageError(`There is no client "${wanted}". Clients: ${all.map((c) => c.name).join(', ') || 'none yet'}`);
  }

  /** Prints the result: JSON alone on standard output with --json, lines for people otherwise. */
  print(result: unknown, lines: readonly string[]): void {
    process.stdout.write(
      this.flag('json') ? `${JSON.stringify(result, (_, v) => (typeof v === 'bigint' ? v.toString() : v), 2)}\n` : `${lines.join('\n')}\n`,
    );
  }
}
