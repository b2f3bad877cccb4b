import { toDate } from '@amiable/kernel';
import type { Effect, ReadDb } from '@amiable/platform';

const topic = 'exposure.changed';

/** What debtors owe, or may owe, has changed: their limits are looked at again. Without ids: any debtor of the client. */
export const exposureChanged = (source: string, debtorIds?: readonly string[]): Effect => ({
  topic,
  key: `exposure:${source}`,
  payload: debtorIds ? { debtorIds } : {},
});

/** The same for the debtors of a set of cases, of any clients, in one statement. */
export async function publishExposures(
  db: ReadDb,
  source: string,
  cases: ReadonlyArray<{ readonly clientId: string; readonly caseId: string }>,
  at: Date = toDate(db.clock.now()),
): Promise<void> {
  await db.rows(
    `insert into outbox (client_id, topic, dedup_key, payload, not_before)
     select c.client_id, '${topic}', 'exposure:' || $2, jsonb_build_object('debtorIds', jsonb_agg(distinct c.debtor_id)), $3
     from jsonb_to_recordset($1::jsonb) as k(client_id uuid, case_id uuid) join cases c on c.client_id = k.client_id and c.id = k.case_id
     group by c.client_id on conflict (client_id, dedup_key) do nothing`,
    [JSON.stringify(cases.map(({ clientId, caseId }) => ({ client_id: clientId, case_id: caseId }))), source, at],
  );
}
