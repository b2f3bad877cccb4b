import { toDate } from '@amiable/kernel';
import type { RequestContext, TenantDb } from '@amiable/platform';

export type MeansKind = 'email' | 'phone';
export type MeansValidity = 'good' | 'wrong' | 'bounced' | 'former';
export type MeansConsent = 'unknown' | 'given' | 'refused';

export interface MeansFound {
  readonly kind: MeansKind;
  readonly value: string;
  readonly validity?: MeansValidity;
  readonly source?: 'typed' | 'call' | 'debtor';
}

/** Writes down what is known of e-mails and telephone numbers of a debtor: where from, since when, and whether they reach him. */
export async function recordMeans(db: TenantDb, ctx: RequestContext, debtorId: string, means: readonly MeansFound[]): Promise<void> {
  if (means.length === 0) return;
  await db.rows(
    `insert into contact_means (client_id, debtor_id, kind, value, source, validity, recorded_by, recorded_at, judged_at)
     select $1, $2, m.kind, m.value, m.source, m.validity, $3, $4, $4 from jsonb_to_recordset($5::jsonb) as m(kind text, value text, source text, validity text)
     on conflict (client_id, debtor_id, kind, value) do update set validity = excluded.validity, judged_at = excluded.judged_at`,
    [
      db.clientId,
      debtorId,
      ctx.actor.id,
      toDate(db.clock.now()),
      JSON.stringify(means.map(({ kind, value, validity = 'good', source = 'typed' }) => ({ kind, value, validity, source }))),
    ],
  );
}
