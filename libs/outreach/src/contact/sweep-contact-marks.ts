import type { ReadDb } from '@amiable/platform';

/** Marks that no cap looks at any more are forgotten; a recurring task of the worker. */
export async function sweepContactMarks(db: ReadDb): Promise<void> {
  await db.rows(`delete from contact_marks where on_day < current_date - 40`);
}
