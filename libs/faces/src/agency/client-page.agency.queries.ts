import { addressOfBrand, onColourOf } from '@amiable/clients';
import { NotFound, toDate } from '@amiable/kernel';
import { moneyOf, toGlobalId, type Row, type TenantDb } from '@amiable/platform';
import type { ClientPage } from './client-page.agency.types';

/** One client with all that makes it live, one statement. Throws NotFound. */
export async function readClientPage(db: TenantDb, publicUrl: string): Promise<ClientPage> {
  const row = await db.row(
    `select cl.*,
       (select coalesce(json_agg(b order by b.created_at, b.name), '[]') from (
          select id, name, slug, host, primary_colour, created_at, suspended_at, suspended_reason, suspended_by from brands where client_id = $1) b) as brands,
       (select row_to_json(m) from (
          select reference, version, hat, signed_on, settlement, remittance, fee_tiers, vat_percent::text as vat_percent, part_payment,
            smallest_payment_minor::text as smallest, longest_plan_months, channels, promise_days, payment_run_days, dispute_answer_days, promise_grace_days, promise_tolerance_percent::text as promise_tolerance_percent, late_interest, late_indemnity, penalty_percent::text as penalty_percent,
            plan_smallest_instalment_minor::text as plan_smallest_instalment, plan_smallest_first_minor::text as plan_smallest_first, plan_first_within_days,
            plan_frequencies, plan_skips, plan_moves, plan_longest_move_days, plan_rounding, plan_grace_days, plan_approver, plan_answer_days
          from mandates where client_id = $1 order by created_at desc, version desc limit 1) m) as mandate,
       (select coalesce(json_agg(v order by v.created_at desc, v.version desc), '[]') from (
          select m.reference, m.version, m.signed_on, m.created_at,
            (select count(*)::int from cases c where c.client_id = m.client_id and c.mandate_id = m.id and c.state <> 'closed') as open_cases
          from mandates m where m.client_id = $1) v) as mandates,
       (select row_to_json(s) from (
          select sc.name, (select json_agg(st order by st.step_no) from (
            select step_no, name, channel, days_from_due from scenario_steps where client_id = $1 and scenario_id = sc.id) st) as steps
          from segments g join scenarios sc on sc.client_id = g.client_id and sc.line_id = g.line_id and sc.state = 'active'
          where g.client_id = $1 order by g.position desc limit 1) s) as scenario,
       (select coalesce(json_agg(u order by u.name), '[]') from (
          select cu.id, cu.name, cu.email, cu.role,
            case when exists (select from credentials c where c.user_id = cu.id) then 'active'
                 when exists (select from invitations i where i.client_id = $1 and i.user_id = cu.id and i.used_at is null and i.expires_at > $2) then 'invited'
                 else 'none' end as access
          from client_users cu where cu.client_id = $1 and cu.active) u) as users,
       (select count(*)::int from cases c where c.client_id = $1 and c.state <> 'closed') as open_cases,
       (select coalesce(sum(open_minor), 0)::text from cases c where c.client_id = $1 and c.state <> 'closed') as open_minor,
       exists (select from imports i where i.client_id = $1 and i.state = 'done') as has_import
     from clients cl where cl.client_id = $1`,
    [db.clientId, toDate(db.clock.now())],
  );
  if (!row) throw new NotFound('Client');
  return {
    id: toGlobalId('Client', db.clientId, db.clientId),
    name: row.name,
    legalName: row.legal_name,
    siren: row.siren,
    vatNumber: row.vat_number,
    addressLine: row.address_line,
    postcode: row.postcode,
    city: row.city,
    email: row.email,
    phone: row.phone,
    settlementHolder: row.settlement_holder,
    settlementIban: row.settlement_iban,
    since: row.created_at,
    brands: row.brands.map((brand: Row) => ({
      id: toGlobalId('Brand', db.clientId, brand.id),
      name: brand.name,
      colour: brand.primary_colour,
      onColour: onColourOf(brand.primary_colour),
      address: addressOfBrand({ host: brand.host, slug: brand.slug }, publicUrl),
      suspendedAt: brand.suspended_at && new Date(brand.suspended_at).toISOString(),
      suspendedReason: brand.suspended_reason,
      suspendedBy: brand.suspended_by,
    })),
    mandate: row.mandate && {
      reference: row.mandate.reference,
      version: row.mandate.version,
      hat: row.mandate.hat,
      signedOn: row.mandate.signed_on,
      settlement: row.mandate.settlement,
      remittance: row.mandate.remittance,
      feeTiers: row.mandate.fee_tiers,
      vatPercent: row.mandate.vat_percent,
      partPayment: row.mandate.part_payment,
      smallestPayment: moneyOf(row.mandate.smallest, row.currency),
      longestPlanMonths: row.mandate.longest_plan_months,
      channels: row.mandate.channels,
      plan: {
        smallestInstalment: moneyOf(row.mandate.plan_smallest_instalment, row.currency),
        smallestFirst: moneyOf(row.mandate.plan_smallest_first, row.currency),
        firstWithinDays: row.mandate.plan_first_within_days,
        frequencies: row.mandate.plan_frequencies,
        skips: row.mandate.plan_skips,
        moves: row.mandate.plan_moves,
        longestMoveDays: row.mandate.plan_longest_move_days,
        rounding: row.mandate.plan_rounding,
        graceDays: row.mandate.plan_grace_days,
        approver: row.mandate.plan_approver,
        answerDays: row.mandate.plan_answer_days,
      },
      late: {
        interest: row.mandate.late_interest,
        indemnity: row.mandate.late_indemnity,
        penaltyPercent: row.mandate.penalty_percent,
      },
      limits: {
        promiseDays: row.mandate.promise_days,
        paymentRunDays: row.mandate.payment_run_days,
        disputeAnswerDays: row.mandate.dispute_answer_days,
        promiseGraceDays: row.mandate.promise_grace_days,
        promiseTolerancePercent: row.mandate.promise_tolerance_percent,
      },
    },
    mandates: row.mandates.map((version: Row) => ({
      reference: version.reference,
      version: version.version,
      signedOn: version.signed_on,
      openCases: version.open_cases,
    })),
    scenario: row.scenario && {
      name: row.scenario.name,
      steps: (row.scenario.steps ?? []).map((step: Row) => ({ name: step.name, channel: step.channel, daysFromDue: step.days_from_due })),
    },
    users: row.users.map((user: Row) => ({ ...user, id: toGlobalId('ClientUser', db.clientId, user.id) })),
    openCases: row.open_cases,
    open: moneyOf(row.open_minor, row.currency),
    hasImport: row.has_import,
  };
}
