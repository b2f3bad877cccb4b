import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** ECB main refinancing rate of each half-year (domain.md 2.3), percent; the rate of the first day serves the whole half-year. */
const ecbRates = `
  2015-1 0.05, 2015-2 0.05, 2016-1 0.05, 2016-2 0.00, 2017-1 0.00, 2017-2 0.00, 2018-1 0.00, 2018-2 0.00, 2019-1 0.00, 2019-2 0.00,
  2020-1 0.00, 2020-2 0.00, 2021-1 0.00, 2021-2 0.00, 2022-1 0.00, 2022-2 0.00, 2023-1 2.50, 2023-2 4.00, 2024-1 4.50, 2024-2 4.25,
  2025-1 3.15, 2025-2 2.15, 2026-1 2.15`;

/**
 * Retard de paiement: what a mandate claims beside the principal (C. com. L441-10, D441-5; C. civ. 1231-5), nothing unless it says so,
 * and the official rates it is reckoned with. A half-year without a row carries the last rate on, and every screen says that it is provisional.
 */
export class ClaimLatePayment1764001400000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table mandates
        add late_interest boolean not null default false,
        add late_indemnity boolean not null default false,
        add penalty_percent numeric(5,2) not null default 0 check (penalty_percent between 0 and 20);
      create table late_rates (
        half_year text primary key check (half_year ~ '^20[0-9]{2}-[12]$'), ecb_percent numeric(5,2) not null check (ecb_percent between 0 and 20),
        recorded_at timestamptz not null default now());
      grant select on late_rates to amiable_tenant, amiable_agency, amiable_worker, amiable_auditor;
      grant insert, update on late_rates to amiable_worker`);
    const values = ecbRates.split(',').map((pair) => {
      const [halfYear, percent] = pair.trim().split(' ');
      return `('${halfYear}', ${percent})`;
    });
    await run.query(`insert into late_rates (half_year, ecb_percent) values ${values.join(', ')}`);
  }
}
