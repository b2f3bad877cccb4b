import type { ImportWriting } from './import-writing';

/** Restates known invoices, inserts new ones into their cases and brings what is owed outside of a live case home. */
export async function writeInvoices({ db, clientId, importId, now }: ImportWriting): Promise<void> {
  await db.rows(
    `update invoices i set amount_minor = s.amount, issued_on = s.issued_on, due_on = s.due_on, description = coalesce(s.description, i.description),
       extra = case when s.extra is null then i.extra else coalesce(i.extra, '{}') || s.extra end
     from known k join staged s using (line) where (k.restated or k.detailed) and i.client_id = $1 and i.id = k.invoice_id`,
    [clientId],
  );
  await db.rows(
    `insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, disputed_minor, currency, description, extra, import_id, created_at)
     select $1, s.invoice_id, s.number, p.debtor_id, h.case_id, case when s.amount < 0 then 'credit_note' else 'invoice' end, s.issued_on, s.due_on, s.amount,
       case when s.disputed and h.case_id is not null then greatest(s.amount - s.paid, 0) else 0 end, s.currency, s.description, s.extra, $2, $3
     from staged s left join known k using (line) join parties p on p.debtor_ref = s.debtor_ref
     left join homes h on h.debtor_id = p.debtor_id and h.currency = s.currency and s.amount <> s.paid
     where k.line is null`,
    [clientId, importId, now],
  );
  await db.rows(
    `update invoices i set case_id = h.case_id from strays s join homes h using (debtor_id, currency) where i.client_id = $1 and i.id = s.invoice_id`,
    [clientId],
  );
}

/** What the client declares as paid, as differences: the same declaration again adds nothing. */
export async function writeDeclaredPayments({ db, clientId, importId, today }: ImportWriting): Promise<void> {
  await db.rows(
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on)
     select $1, s.invoice_id, h.case_id, 'client_declared', $2::uuid, s.paid, coalesce(s.settled_on, $3::date)
     from staged s left join known k using (line) join parties p on p.debtor_ref = s.debtor_ref
     left join homes h on h.debtor_id = p.debtor_id and h.currency = s.currency and s.amount <> s.paid
     where k.line is null and s.paid <> 0
     union all
     select $1, k.invoice_id, i.case_id, 'client_declared', $2::uuid, k.difference, case when k.difference * sign(s.amount) > 0 then coalesce(s.settled_on, $3::date) else $3::date end
     from known k join staged s using (line) join invoices i on i.client_id = $1 and i.id = k.invoice_id where k.difference <> 0`,
    [clientId, importId, today],
  );
}

/** Opens a dispute on each open invoice that the file calls disputed for the first time, and tells its story. */
export async function writeDisputes({ db, clientId, ctx, today, now }: ImportWriting): Promise<void> {
  await db.rows(
    `update invoices i set disputed_minor = i.amount_minor - i.settled_minor from known k where k.contested and i.client_id = $1 and i.id = k.invoice_id and i.case_id is not null`,
    [clientId],
  );
  await db.rows(
    `with opened as (
       insert into disputes (client_id, id, case_id, invoice_id, reason, amount_minor, due_on, state, opened_by, opened_on, created_at)
       select $1, uuidv7(), i.case_id, i.id, 'other', i.disputed_minor, $2::date + m.dispute_answer_days, 'open', 'staff', $2, $3
       from staged s left join known k using (line) join invoices i on i.client_id = $1 and i.id = coalesce(k.invoice_id, s.invoice_id)
       join cases c on c.client_id = i.client_id and c.id = i.case_id join mandates m on m.client_id = c.client_id and m.id = c.mandate_id
       where s.disputed and (k.line is null or k.contested) and i.disputed_minor > 0 and i.case_id is not null
       returning case_id, invoice_id, amount_minor, due_on)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
     select $1, o.case_id, 'dispute.opened', $3, $4, $5, $6,
       jsonb_build_object('invoiceNumber', i.number, 'amount', round(o.amount_minor / 100.0, 2)::text, 'currency', i.currency, 'reason', 'other', 'dueOn', o.due_on)
     from opened o join invoices i on i.client_id = $1 and i.id = o.invoice_id`,
    [clientId, today, now, ctx.actor.kind === 'staff' ? 'staff' : 'system', ctx.actor.id, ctx.actor.name],
  );
}
