import { castId, type CastClient, type TestDatabase } from '@amiable/testing';

export interface PlannedCases {
  /** Ids and addresses are made of it: two sets of one database differ in it. */
  readonly name: string;
  readonly count: number;
  readonly amountMinor: bigint;
  /** The step of the scenario that is due, and since when; without it nothing is scheduled. */
  readonly step?: { readonly no: number; readonly dueOn: string };
}

export interface PlantedCase {
  readonly caseId: string;
  readonly invoiceId: string;
  readonly email: string;
}

/** Many like cases of one client, each a debtor with an address and one invoice past its day: four statements over sets. */
export async function plantCases(
  test: TestDatabase,
  client: CastClient,
  { name, count, amountMinor, step }: PlannedCases,
): Promise<PlantedCase[]> {
  const planted = Array.from({ length: count }, (_, i) => ({
    caseId: castId(`${name} case ${i}`),
    debtorId: castId(`${name} debtor ${i}`),
    invoiceId: castId(`${name} invoice ${i}`),
    email: `${name}-${i}@debtors.example`,
    label: `${name}-${i}`,
  }));
  const rows = `(select * from jsonb_to_recordset($2::jsonb) as r("caseId" uuid, "debtorId" uuid, "invoiceId" uuid, email text, label text)) r`;
  const params = [client.id, JSON.stringify(planted)];
  await test.owner(
    `insert into debtors (client_id, id, reference, kind, name, email, address_line, postcode, city)
     select $1, "debtorId", label, 'company', 'Société ' || label, email, '1 rue Longue', '69001', 'Lyon' from ${rows}`,
    params,
  );
  await test.owner(
    `insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, stage, currency, fee_percent, opened_on)
     select $1, "caseId", label, "debtorId", m.id, m.brand_id, m.hat, 'open', 'reminder', 'EUR', 10, '2026-10-01' from ${rows} join mandates m on m.client_id = $1`,
    params,
  );
  await test.owner(
    `insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, currency, created_at)
     select $1, "invoiceId", 'F-' || label, "debtorId", "caseId", 'invoice', '2026-08-20', '2026-09-20', $3, 'EUR', '2026-08-20' from ${rows}`,
    [...params, amountMinor.toString()],
  );
  if (step) {
    await test.owner(
      `insert into schedules (client_id, case_id, scenario_id, step_no, due_on) select $1, "caseId", $3, $4, $5::date from ${rows}`,
      [...params, client.scenarioId, step.no, step.dueOn],
    );
  }
  return planted.map(({ caseId, invoiceId, email }) => ({ caseId, invoiceId, email }));
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: `SEED=...` repeats another run's. */
export function seedOfRun(): number {
  return Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
}

/** Works through items, several at a time; answers in their order. */
export async function abreast<T, R>(items: readonly T[], width: number, work: (item: T, i: number) => Promise<R>): Promise<R[]> {
  const results: R[] = Array.from({ length: items.length });
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(width, items.length) }, async () => {
      for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!, i);
    }),
  );
  return results;
}
