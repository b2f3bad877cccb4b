import type { Database, ReadDb } from '@amiable/platform';
import type { Narrowing } from './take-next-case';

/** What one collector can do of the shared queue. */
export interface Fit {
  /** Codes of the languages worked in; null: any. */
  readonly languages: readonly string[] | null;
  /** Skills of colleagues at work that this one lacks. */
  readonly lacking: readonly string[];
}

interface Known {
  readonly at: number;
  readonly fits: Promise<ReadonlyMap<string, Fit>>;
}

/** Skills change once a month and are asked about at every click: a change by another process is seen after so long, milliseconds. */
const keptFor = 10_000;
const known = new WeakMap<Database, Known>();

/** What this collector can do. Read once for all of them, and kept for some seconds. */
export async function fitOf(database: Database, staffId: string): Promise<Fit> {
  let found = known.get(database);
  if (!found || performance.now() - found.at > keptFor) {
    found = { at: performance.now(), fits: database.outsideClients(readFits) };
    known.set(database, found);
    found.fits.catch(() => known.delete(database));
  }
  return (await found.fits).get(staffId) ?? { languages: null, lacking: [] };
}

/** Somebody's skills were changed by this process. */
export function forgetFits(database: Database): void {
  known.delete(database);
}

async function readFits(db: ReadDb): Promise<Map<string, Fit>> {
  const rows = await db.rows<{ id: string; languages: string[] | null; skills: string[] | null }>(
    `select s.id, k.languages, k.skills from staff_users s left join collector_skills k on k.staff_id = s.id where s.active`,
  );
  const asked = [...new Set(rows.flatMap(({ skills }) => skills ?? []))];
  return new Map(rows.map(({ id, languages, skills }) => [id, { languages, lacking: asked.filter((skill) => !skills?.includes(skill)) }]));
}

/**
 * Conditions on work items `w`: a case of nobody is for this collector when its debtor's language is one he works in and it has no tag that
 * asks for a skill he lacks; his own cases are his whatever they are. `staff`: the bound id. None where he can do everything: the queue then
 * is the index alone.
 */
export const fitting =
  ({ languages, lacking }: Fit, staff: string): Narrowing =>
  (params) => {
    const bind = (value: unknown) => `$${params.push(value)}`;
    return [
      ...(languages ? [`(w.owner_id = ${staff} or w.language = any(${bind(languages)}::text[]))`] : []),
      ...(lacking.length > 0
        ? [
            `(w.owner_id = ${staff} or not exists (select from case_tags t
               where t.client_id = w.client_id and t.case_id = w.case_id and t.tag = any(${bind(lacking)}::text[])))`,
          ]
        : []),
    ];
  };
