import type { ReadDb } from '@amiable/platform';

/** Forgets who was on a case yesterday; a recurring task of the worker. */
export async function sweepPresences(db: ReadDb): Promise<void> {
  await db.rows(`delete from presences where seen_at < now() - interval '1 hour'`);
}
