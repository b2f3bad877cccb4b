import { raiseAlerts } from '@amiable/insights';
import { Refusal, SetClock, Temporal } from '@amiable/kernel';
import { Database, RequestContext, type Settings } from '@amiable/platform';
import { demoPasswordHash, staff } from './agency';
import { closeOut } from './close-out';
import { dayNumber } from './days';
import { Dice } from './dice';
import { demoLogins, type DemoLogin } from './demo-logins';
import { dressDesk } from './dress-desk';
import { importFiles } from './import-files';
import { liveMorning } from './live-morning';
import { replay } from './replay';
import { tellStory, type Story } from './tell-story';
import { writeDebtorFiles } from './write-debtor-files';
import { writeEvidence } from './write-evidence';
import { writeParties } from './write-parties';
import { writeHistory } from './write-history';

/** The demo is only ever loaded into an empty database. */
export class DatabaseNotEmpty extends Refusal {
  constructor(agency: string) {
    super('DATABASE_NOT_EMPTY', { agency });
  }
}

export interface DemoWish {
  readonly settings: Pick<Settings, 'DATABASE_URL' | 'AMIABLE_SECRET' | 'DATABASE_POOL' | 'PUBLIC_URL'>;
  /** The day the demo is relative to. */
  readonly today: Temporal.PlainDate;
  readonly seed?: number;
  readonly progress?: (line: string) => void;
}

/**
 * Loads the living demo: two invented years of one agency and four clients, in one transaction, so that a load that is
 * killed leaves nothing behind. The same seed on the same day tells the same story. Throws DatabaseNotEmpty.
 */
export async function loadDemo({ settings, today, seed = 7, progress = () => undefined }: DemoWish): Promise<DemoLogin[]> {
  const clock = SetClock.at(today.toString());
  const database = new Database({ ...settings, DATABASE_POOL: 2 }, clock);
  try {
    const day = dayNumber(today);
    const { story, dice } = await database.acrossClientsAsWorker(async (db): Promise<{ story: Story; dice: Dice }> => {
      await db.rows(`set local idle_in_transaction_session_timeout = 0`); // two years of letters are composed between two statements
      await db.rows(`select pg_advisory_xact_lock(hashtext('load demo'))`);
      const there = await db.row<{ name: string }>(`select name from agency union all select name from clients limit 1`);
      if (there) throw new DatabaseNotEmpty(there.name);
      const dice = new Dice(seed);
      const story = tellStory(dice, day);
      progress(`${story.debtors.length} debtors, ${story.invoices.length} invoices, ${story.cases.length} cases`);
      const collectors = await writeParties(db, dice, day, story, demoPasswordHash(settings.AMIABLE_SECRET));
      const accountant = await accountantOf(db);
      let told = 0;
      await replay(db, clock, day, story, collectors, accountant, (share) => {
        if (share < told + 0.2) return;
        told = share;
        progress(`${Math.round(share * 100)} % of two years`);
      });
      clock.set(today.toString(), '08:00');
      const letters = await writeHistory(db, dice, day, story, collectors, settings);
      progress(`${letters} messages archived`);
      await closeOut(db, dice, day, story, collectors, settings.AMIABLE_SECRET);
      progress(`${await writeDebtorFiles(db, day)} pairs of debtors that may be one`);
      progress(`${await writeEvidence(db, day)} documents of invoices`);
      return { story, dice };
    });
    await importFiles(database, clock, dice, day, story);
    await liveMorning(database, clock, day, story);
    await dressDesk(database, day, story, settings);
    await database.acrossClientsAsWorker((db) => raiseAlerts(db, today));
    return await demoLogins(database, settings);
  } finally {
    await database.close();
  }
}

async function accountantOf(db: { row<T>(sql: string): Promise<T | undefined> }): Promise<RequestContext> {
  const found = await db.row<{ id: string; name: string }>(`select id, name from staff_users where role = 'accountant'`);
  if (!found) throw new Error(`the demo's staff has no accountant: ${staff.map(({ role }) => role).join(', ')}`);
  return new RequestContext('agency', { kind: 'staff', id: found.id, name: found.name, role: 'accountant', portfolio: 'all' }, 'fr');
}
