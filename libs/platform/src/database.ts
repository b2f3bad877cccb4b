import { createHmac } from 'node:crypto';
import type { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { NotFound, type Clock } from '@amiable/kernel';
import pg from 'pg';
import {
  DataSource,
  EntityManager,
  getMetadataArgsStorage,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
  type Repository,
} from 'typeorm';
import type { Settings } from './settings';

pg.types.setTypeParser(pg.types.builtins.INT8, BigInt); // money is bigint, never a float
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day); // a civil day has no time zone

/** The roles a process may open connections as; see the first migration. */
export type DatabaseRole = 'amiable_tenant' | 'amiable_agency' | 'amiable_worker' | 'amiable_auditor';

/** Rows as plain SQL answers them. */
export type Row = Record<string, any>;

/** A statement and its parameters. */
export type Statement = readonly [sql: string, params: readonly unknown[]];

/** The clients a member of staff may reach: a list, or all of them. */
export type Portfolio = readonly string[] | 'all';

/** The address of the same database for one of the restricted roles. */
export function addressFor(role: DatabaseRole, settings: Pick<Settings, 'DATABASE_URL' | 'AMIABLE_SECRET'>): string {
  const address = new URL(settings.DATABASE_URL);
  address.username = role;
  address.password = createHmac('sha256', settings.AMIABLE_SECRET).update(`database role ${role}`).digest('hex');
  return address.href;
}

/** Reads by explicit SQL in one transaction; what it sees is decided by the role and its row-level security. */
export class ReadDb {
  constructor(
    readonly em: EntityManager,
    readonly clock: Clock,
  ) {}

  /** Rows of an explicit SQL statement. bigint columns are bigint, days are `yyyy-mm-dd`. */
  async rows<T = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const result = await this.em.query(sql, params as unknown[]);
    // UPDATE and DELETE answer [rows, count] in TypeORM.
    return Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result;
  }

  async row<T = Row>(sql: string, params: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }
}

/** One transaction that knows one client company only: rows of others do not exist here. */
export class TenantDb extends ReadDb {
  constructor(
    em: EntityManager,
    clock: Clock,
    readonly clientId: string,
  ) {
    super(em, clock);
  }

  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.em.getRepository(entity);
  }

  /** Reads one row of this client. Throws NotFound. */
  async find<E extends ObjectLiteral>(entity: EntityTarget<E>, id: string): Promise<E> {
    return this.one(entity, id, false);
  }

  /**
   * Reads one row of this client and holds it until the end of the transaction: nobody else changes or holds it. Rows that only point to it
   * (a message, a movement) may be written meanwhile: FOR UPDATE would keep them out for nothing, as keys never change. Throws NotFound.
   */
  async lock<E extends ObjectLiteral>(entity: EntityTarget<E>, id: string): Promise<E> {
    return this.one(entity, id, true);
  }

  private async one<E extends ObjectLiteral>(entity: EntityTarget<E>, id: string, hold: boolean): Promise<E> {
    const query = this.of(entity).createQueryBuilder('e').where('e.client_id = :clientId and e.id = :id', { clientId: this.clientId, id });
    const found = await (hold ? query.setLock('for_no_key_update') : query).getOne();
    if (!found) throw new NotFound(this.em.connection.getMetadata(entity).name);
    return found;
  }
}

/** The pools of one process, one per database role, opened when first used. */
export class Database {
  private readonly sources = new Map<DatabaseRole, Promise<DataSource>>();

  constructor(
    readonly settings: Pick<Settings, 'DATABASE_URL' | 'AMIABLE_SECRET' | 'DATABASE_POOL'>,
    readonly clock: Clock,
  ) {}

  /** Works inside one client company, in one transaction; what fails undoes the whole. */
  async inTenant<T>(clientId: string, work: (db: TenantDb) => Promise<T>): Promise<T> {
    return this.transaction('amiable_tenant', { 'app.client': clientId }, (em) => work(new TenantDb(em, this.clock, clientId)));
  }

  /** Steps over the wall for a member of staff: sees the clients of the portfolio, and no others. */
  async acrossClients<T>(portfolio: Portfolio, work: (db: ReadDb) => Promise<T>): Promise<T> {
    return this.transaction('amiable_agency', portfolioScope(portfolio), (em) => work(new ReadDb(em, this.clock)));
  }

  /** Steps over the wall for set-based jobs of the worker. */
  async acrossClientsAsWorker<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    return this.transaction('amiable_worker', {}, (em) => work(new ReadDb(em, this.clock)));
  }

  /** Steps over the wall to read and prove: writes nothing. */
  async acrossClientsAsAuditor<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    return this.transaction('amiable_auditor', {}, (em) => work(new ReadDb(em, this.clock)));
  }

  /** Tables that belong to no client (sign-in, links, addresses): no tenant is set, so tenant rows stay invisible. */
  async outsideClients<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    return this.transaction('amiable_tenant', {}, (em) => work(new ReadDb(em, this.clock)));
  }

  /** One connection of a role for what a pool cannot do: LISTEN, COPY. End it yourself. */
  async connect(role: DatabaseRole): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: addressFor(role, this.settings), application_name: `amiable ${role}` });
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    for (const source of this.sources.values()) await (await source).destroy();
    this.sources.clear();
  }

  /**
   * One transaction of statements that are known beforehand, as `acrossClients`: they travel with its begin, its scope and its commit in
   * one trip, where a trip costs more than the work (a session, the next case). Answers the rows of the last; what fails undoes all.
   */
  async acrossClientsAtOnce<T = Row>(portfolio: Portfolio, ...statements: readonly Statement[]): Promise<T[]> {
    return this.onConnection('amiable_agency', async (runner) => {
      const connection = await begin(runner, portfolioScope(portfolio));
      const answers = statements.map(([sql, params]) => connection.query(sql, [...params]));
      const ended = Promise.all([...answers, runner.commitTransaction()]); // a commit after a failure rolls back
      return ((await ended).at(-2) as pg.QueryResult).rows;
    });
  }

  private async transaction<T>(role: DatabaseRole, scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.onConnection(role, async (runner) => {
      await begin(runner, scope);
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    });
  }

  /** Takes a connection for one transaction; a deadlock or a serialization failure is tried again from the start. */
  private async onConnection<T>(role: DatabaseRole, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const source = await this.source(role);
    for (let attempt = 1; ; attempt++) {
      const runner = source.createQueryRunner();
      try {
        return await work(runner);
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        if (attempt < 4 && isWorthRetrying(error)) continue;
        throw error;
      } finally {
        await runner.release();
      }
    }
  }

  private source(role: DatabaseRole): Promise<DataSource> {
    let source = this.sources.get(role);
    if (!source) {
      source = new DataSource({
        type: 'postgres',
        url: addressFor(role, this.settings),
        entities: getMetadataArgsStorage().tables.map((table) => table.target),
        installExtensions: false,
        applicationName: `amiable ${role}`,
        poolSize: this.settings.DATABASE_POOL,
        // Guards of trust.md 7.6; synchronous_commit is fixed here because an acknowledged payment must not be lost.
        extra: {
          pipeline: true,
          options:
            '-c statement_timeout=60000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 -c synchronous_commit=on -c jit=off',
        },
      }).initialize();
      source.catch(() => this.sources.delete(role));
      this.sources.set(role, source);
    }
    return source;
  }
}

/** The settings that row-level security reads, by name. */
type Scope = Readonly<Record<string, string>>;

function portfolioScope(portfolio: Portfolio): Scope {
  return portfolio === 'all' ? { 'app.portfolio_all': 'on' } : { 'app.portfolio': `{${portfolio.join(',')}}` };
}

/**
 * Begins a transaction and sets its scope in one message, which the first statement follows without waiting for the answer. TypeORM's own
 * begin would have to be awaited (stack.md, section 4), so the runner is told what has happened. Should it fail, what follows runs without
 * a scope and sees nothing.
 */
async function begin(runner: QueryRunner, scope: Scope): Promise<pg.PoolClient> {
  const connection = (await runner.connect()) as pg.PoolClient & { readonly connection: { readonly stream: Socket } };
  const { stream } = connection.connection;
  stream.cork(); // one write for all that is sent in this turn
  setImmediate(() => stream.uncork());
  const settings = Object.entries(scope).map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`);
  const opening = settings.length > 0 ? `start transaction; select ${settings.join(', ')}` : 'start transaction';
  connection.query(opening).catch(() => undefined);
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  return connection;
}

/** A deadlock or a serialization failure: nothing happened, and a second try usually passes. */
function isWorthRetrying(error: unknown): boolean {
  const code = (error as { code?: string; driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code;
  return code === '40001' || code === '40P01';
}

/** Brings the database to the newest schema as its owner; answers the names of the migrations it ran. */
export async function migrate(
  databaseUrl: string,
  migrationsFolder = join(dirname(__dirname), '..', '..', 'migrations'),
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    installExtensions: false,
    migrations: [join(migrationsFolder, '*.{js,ts}')],
    migrationsTableName: 'migrations',
  });
  await source.initialize();
  try {
    await source.query(`select pg_advisory_lock(hashtext('amiable migrate'))`); // several processes may start at once
    return (await source.runMigrations({ transaction: 'all' })).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
