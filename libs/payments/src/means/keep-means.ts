import { newId, toDate } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import type { ProviderTruth } from '../provider/payment-provider';

interface Read {
  readonly payment: { readonly client_id: string; readonly id: string; readonly case_id: string };
  readonly truth: ProviderTruth;
}

/** What a first instalment was paid with goes on file for the plan, once; a set in one statement. */
export async function keepMeans(db: ReadDb, provider: string, read: readonly Read[]): Promise<void> {
  const kept = read.filter(({ truth }) => truth.means && (truth.state === 'succeeded' || truth.state === 'processing'));
  if (kept.length === 0) return;
  await db.rows(
    `with k as (select * from jsonb_to_recordset($1::jsonb) as k(client_id uuid, payment_id uuid, case_id uuid, id uuid, customer_ref text, method_ref text, kind text, brand text, last4 text, expires_on date)),
     fresh as (
       insert into payment_means (client_id, id, case_id, provider, state, customer_ref, method_ref, kind, brand, last4, expires_on, language, created_at, expires_at)
       select k.client_id, k.id, k.case_id, $2, 'on_file', k.customer_ref, k.method_ref, k.kind, k.brand, k.last4, k.expires_on, y.language, $3, $3
       from k join payments y on y.client_id = k.client_id and y.id = k.payment_id and y.saves_means
       where not exists (select from payment_means m where m.client_id = k.client_id and m.case_id = k.case_id and m.method_ref = k.method_ref)
       returning client_id, id, case_id, kind, last4),
     linked as (
       update plans p set means_id = f.id, on_file = true from fresh f where p.client_id = f.client_id and p.case_id = f.case_id and p.state in ('active', 'late'))
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
     select client_id, case_id, 'means.on_file', $3, 'system', 'Amiable', jsonb_build_object('method', kind, 'last4', last4) from fresh`,
    [
      JSON.stringify(
        kept.map(({ payment, truth }) => ({
          client_id: payment.client_id,
          payment_id: payment.id,
          case_id: payment.case_id,
          id: newId(),
          customer_ref: truth.means!.customerRef,
          method_ref: truth.means!.methodRef,
          kind: truth.means!.kind,
          brand: truth.means!.brand,
          last4: truth.means!.last4,
          expires_on: truth.means!.expiresOn,
        })),
      ),
      provider,
      toDate(db.clock.now()),
    ],
  );
}
