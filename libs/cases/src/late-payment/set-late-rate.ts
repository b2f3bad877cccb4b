import { Refusal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

export class RateRefused extends Refusal {
  constructor(code: 'NOT_A_HALF_YEAR' | 'NOT_A_RATE') {
    super(code);
  }
}

/** Keeps the official ECB rate of a half-year, percent as decimal text; what was provisional with it is reckoned anew. Throws RateRefused. */
export async function setLateRate(
  db: ReadDb,
  { halfYear, ecbPercent }: { readonly halfYear: string; readonly ecbPercent: string },
): Promise<void> {
  if (!/^20\d{2}-[12]$/.test(halfYear)) throw new RateRefused('NOT_A_HALF_YEAR');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(ecbPercent) || Number(ecbPercent) > 20) throw new RateRefused('NOT_A_RATE');
  await db.rows(
    `insert into late_rates (half_year, ecb_percent) values ($1, $2)
     on conflict (half_year) do update set ecb_percent = excluded.ecb_percent, recorded_at = now()`,
    [halfYear, ecbPercent],
  );
}

/** The rates as they are kept, newest first; percent as decimal text. */
export function lateRates(db: ReadDb): Promise<Array<{ half_year: string; ecb_percent: string }>> {
  return db.rows(`select half_year, ecb_percent::text as ecb_percent from late_rates order by half_year desc`);
}
