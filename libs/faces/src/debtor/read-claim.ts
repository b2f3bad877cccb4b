import { lateSums, readLatePayment } from '@amiable/cases';
import { epcQrSvg, rfReferenceOf } from '@amiable/clients';
import { dayOf, toDate, toDecimal } from '@amiable/kernel';
import { loadMessageCase, speakerOf, transferAccount, type MessageCase } from '@amiable/outreach';
import { toGlobalId, type TenantDb } from '@amiable/platform';
import type { Claim } from '../../../web-kit/src/debtor-pages';
import { claimNews, claimNewsSql, type ClaimNewsRow } from './claim-news';
import { readPlanBanner } from './read-plan';
import { documentsOf, type ShownDocument, toLineDocument } from './shown-documents';

/** What a debtor's page says of a case, as of now. Nothing of another case, nothing internal. */
export async function readClaim(db: TenantDb, caseId: string): Promise<{ claim: Claim; known: MessageCase }> {
  const known = await loadMessageCase(db, caseId);
  const { theCase, debtor, mandate } = known;
  const { currency } = theCase;
  const money = (minor: bigint) => ({ amount: toDecimal(minor), currency });
  const row = (await db.row(
    `select
       (select coalesce(json_agg(i order by i.due_on, i.number), '[]') from (
          select id, number, issued_on, due_on, amount_minor::text as amount, settled_minor::text as settled, disputed_minor::text as disputed, description, ${documentsOf('invoices')} as documents
          from invoices where client_id = $1 and case_id = $2) i) as invoices,
       (select coalesce(json_agg(m order by m.effective_on desc, m.id desc), '[]') from (
          select m.id, m.effective_on, m.amount_minor::text as amount, m.method,
            (select d.id from documents d where d.client_id = m.client_id and d.case_id = m.case_id and d.kind = 'receipt' and d.filename = 'quittance-' || m.receipt_number || '.pdf' limit 1) as receipt_id
          from movements m where m.client_id = $1 and m.case_id = $2) m) as movements,
       (select row_to_json(p) from (select amount_minor::text as amount, due_on from promises where client_id = $1 and case_id = $2 and state = 'open') p) as promise,
       (select row_to_json(s) from (select st.channel, s.due_on from schedules s join scenario_steps st on st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no = s.step_no
          where s.client_id = $1 and s.case_id = $2) s) as next,
       ${claimNewsSql},
       exists (select from payments p where p.client_id = $1 and p.case_id = $2 and p.state in ('started', 'processing') and (p.state = 'processing' or p.expires_at > $3)) as in_payment`,
    [db.clientId, caseId, toDate(db.clock.now()), dayOf(db.clock).toString()],
  ))!;
  const sum = (key: 'amount' | 'settled' | 'disputed') =>
    row.invoices.reduce((total: bigint, i: Record<string, string>) => total + BigInt(i[key]!), 0n);
  const open = theCase.openMinor > 0n ? theCase.openMinor : 0n;
  const claimable = open - sum('disputed');
  const account = transferAccount(known);
  const reference = rfReferenceOf(theCase.reference);
  const today = dayOf(db.clock).toString();
  const late = await readLatePayment(db, db.clientId, caseId, dayOf(db.clock));
  const claim: Claim = {
    reference: theCase.reference,
    debtorName: debtor.name,
    debtorKind: debtor.kind,
    speaker: speakerOf(known),
    lines: row.invoices.map((i: Record<string, string> & { documents: ShownDocument[] | null }) => ({
      invoiceId: toGlobalId('Invoice', db.clientId, i.id!),
      number: i.number!,
      issuedOn: i.issued_on!,
      dueOn: i.due_on!,
      amount: money(BigInt(i.amount!)),
      paid: money(BigInt(i.settled!)),
      open: money(BigInt(i.amount!) - BigInt(i.settled!)),
      disputed: BigInt(i.disputed!) > 0n,
      description: i.description ?? null,
      documents: (i.documents ?? []).map((document) => toLineDocument(db.clientId, document)),
    })),
    open: money(open),
    toPay: money(claimable > 0n ? claimable : 0n),
    paid: money(sum('settled')),
    late: late.totalMinor > 0n ? lateSums(late, money) : null,
    stage: theCase.stage,
    next: theCase.state === 'open' && row.next ? { step: row.next.channel, on: row.next.due_on < today ? today : row.next.due_on } : null,
    promise: row.promise ? { amount: money(BigInt(row.promise.amount)), on: row.promise.due_on } : null,
    payments: row.movements.map((m: Record<string, string>) => ({
      on: m.effective_on!,
      amount: money(BigInt(m.amount!)),
      method: m.method!,
      receiptId: m.receipt_id ? toGlobalId('Document', db.clientId, m.receipt_id) : null,
    })),
    transfer:
      account && open > 0n && theCase.state !== 'closed'
        ? {
            holder: account.holder,
            iban: account.iban,
            bic: account.bic,
            reference,
            amount: money(claimable > 0n ? claimable : open),
            qrSvg:
              currency === 'EUR'
                ? await epcQrSvg({
                    name: account.holder,
                    iban: account.iban,
                    bic: account.bic,
                    amount: toDecimal(claimable > 0n ? claimable : open),
                    reference,
                  })
                : '',
          }
        : null,
    partPayment: { allowed: mandate.partPayment, smallest: money(mandate.smallestPaymentMinor) },
    state: stateOf(theCase.state, open, claimable, row.in_payment),
    ...claimNews(theCase, row as unknown as ClaimNewsRow, money, today, (id) => toGlobalId('Document', db.clientId, id)),
    firstLetter:
      theCase.firstLetterReference && theCase.firstLetterOn
        ? { reference: theCase.firstLetterReference, on: theCase.firstLetterOn.toString() }
        : null,
    plan: await readPlanBanner(db, theCase),
  };
  return { claim, known };
}

function stateOf(state: string, open: bigint, claimable: bigint, inPayment: boolean): Claim['state'] {
  if (open === 0n) return 'paid';
  if (state === 'closed') return 'closed';
  if (inPayment) return 'in_payment';
  if (state === 'on_hold') return 'on_hold';
  return claimable <= 0n ? 'disputed' : 'to_pay';
}
