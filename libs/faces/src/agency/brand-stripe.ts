import { onColourOf } from '@amiable/clients';
import { toGlobalId, type Row } from '@amiable/platform';
import type { BrandStripe } from './case-summary.agency.types';

interface Branded {
  readonly client_id: string;
  readonly brand_id: string;
  readonly brand_name: string;
  readonly primary_colour: string;
}

/** The brand of a case as a named, coloured stripe, from a row that joins cases and brands. */
export function brandStripeOf(row: Row | Branded): BrandStripe {
  return {
    id: toGlobalId('Brand', row.client_id, row.brand_id),
    name: row.brand_name,
    colour: row.primary_colour,
    onColour: onColourOf(row.primary_colour),
  };
}
