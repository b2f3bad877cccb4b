import { toGlobalId } from '@amiable/platform';
import type { LineDocument } from '../../../web-kit/src/debtor-pages';

/** A document the debtor may open for an invoice. */
export interface ShownDocument {
  readonly id: string;
  readonly kind: LineDocument['kind'];
  readonly type: string;
}

/** SQL of the documents a debtor sees of an invoice, the invoice itself first; `null` when there are none. */
export function documentsOf(invoice: 'i' | 'invoices'): string {
  return `(select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'type', d.content_type)
      order by array_position(array['invoice', 'delivery_note', 'terms', 'other'], e.kind), e.attached_at, e.id)
    from evidence e join documents d on d.client_id = e.client_id and d.id = e.id
    where e.client_id = ${invoice}.client_id and e.invoice_id = ${invoice}.id and e.debtor_sees and e.removed_at is null)`;
}

export function toLineDocument(clientId: string, { id, kind, type }: ShownDocument): LineDocument {
  return { id: toGlobalId('Document', clientId, id), kind, isPdf: type === 'application/pdf' };
}
