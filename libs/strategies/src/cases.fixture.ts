import { RequestContext, type StaffRole } from '@amiable/platform';
import { castId, plant, type Cast, type TestDatabase } from '@amiable/testing';

/** A case of client A to plant; what is not said is ordinary. */
export interface PlantedCase {
  readonly name: string;
  readonly dueOn?: string;
  readonly amount?: number;
  readonly kind?: 'company' | 'person';
  readonly language?: string;
  readonly tags?: readonly string[];
  readonly email?: string | null;
  /** A step of this number waits on this day; null: nothing is scheduled. */
  readonly step?: { readonly no: number; readonly on: string } | null;
}

export const idOf = castId;

/** Plants cases with one invoice each. */
export async function plantCases(test: TestDatabase, cast: Cast, cases: readonly PlantedCase[]): Promise<void> {
  const own = { client_id: cast.a.id };
  const debtorOf = (name: string) => castId(`debtor ${name}`);
  await plant(
    test,
    'debtors',
    cases.map(({ name, kind = 'company', language = 'fr', email = `${name}@example.org` }) => ({
      ...own,
      id: debtorOf(name),
      reference: name,
      kind,
      name,
      language,
      email,
      address_line: '1 rue Haute',
      postcode: '69001',
      city: 'Lyon',
    })),
  );
  await plant(
    test,
    'cases',
    cases.map(({ name }) => ({
      ...own,
      id: castId(name),
      reference: name,
      debtor_id: debtorOf(name),
      mandate_id: cast.a.mandateId,
      brand_id: cast.a.brandId,
      hat: 'client_name',
      state: 'open',
      stage: 'before_due',
      currency: 'EUR',
      fee_percent: '10',
      opened_on: '2026-10-01',
    })),
  );
  await plant(
    test,
    'invoices',
    cases.map(({ name, dueOn = '2026-10-30', amount = 10_000 }) => ({
      ...own,
      id: castId(`invoice ${name}`),
      number: `F-${name}`,
      debtor_id: debtorOf(name),
      case_id: castId(name),
      kind: 'invoice',
      issued_on: '2026-09-30',
      due_on: dueOn,
      amount_minor: amount,
      currency: 'EUR',
      created_at: '2026-10-01T08:00:00Z',
    })),
  );
  const tagged = cases.flatMap(({ name, tags = [] }) =>
    tags.map((tag) => ({ ...own, case_id: castId(name), tag, added_at: '2026-10-01T08:00:00Z' })),
  );
  if (tagged.length > 0) await plant(test, 'case_tags', tagged);
  const scheduled = cases.flatMap(({ name, step }) =>
    step ? [{ ...own, case_id: castId(name), scenario_id: cast.a.scenarioId, step_no: step.no, due_on: step.on }] : [],
  );
  if (scheduled.length > 0) await plant(test, 'schedules', scheduled);
}

/** Somebody of the agency. */
export const staffOf = (cast: Cast, role: StaffRole = 'manager') =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
