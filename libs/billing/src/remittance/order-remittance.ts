import { Client } from '@amiable/clients';
import { dayOf, newId, Refusal, Temporal, toDecimal } from '@amiable/kernel';
import { balanceOf, holdRecording, postEntries, takeNumbers, type LedgerEntry } from '@amiable/payments';
import { publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Remittance } from './remittance.entity';
import { previewRemittance, type RemittancePreview } from './remittance.queries';

export class RemittanceRefused extends Refusal {}

/** Reversement ordered: the client's payable goes to zero, fees are invoiced (and withheld when net), the statement follows. */
@Injectable()
export class OrderRemittance extends UseCase<{ readonly asOf: string }, { remittanceId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { asOf }: { readonly asOf: string }) {
    ctx.may('order', 'Remittance');
    await db.rows(`select pg_advisory_xact_lock(hashtext($1))`, [`remittance ${db.clientId}`]); // one at a time per client
    await holdRecording(db, dayOf(db.clock).year); // what is remitted does not change under our hands
    if (Temporal.PlainDate.compare(asOf, dayOf(db.clock)) > 0) throw new RemittanceRefused('DAY_IN_FUTURE', {}, 'asOf');
    const client = await db.of(Client).findOneByOrFail({ clientId: db.clientId });
    const preview = await previewRemittance(db, asOf);
    if (preview.lines.length === 0 || preview.fundsMinor < 0n)
      throw new RemittanceRefused('NOTHING_TO_REMIT', { amount: toDecimal(preview.fundsMinor), currency: preview.currency });
    if (preview.paidOutMinor > 0n && !client.settlementIban) throw new RemittanceRefused('NO_SETTLEMENT_IBAN');
    // A later refund may have eaten what an earlier day still counts: nothing is paid out that is not there.
    const payable = -(await balanceOf(db, db.clientId, 'CLIENT_PAYABLE', preview.currency));
    if (payable < preview.fundsMinor)
      throw new RemittanceRefused('REMITTANCE_NOT_COVERED', { amount: toDecimal(payable), currency: preview.currency });
    const remittance = await this.record(ctx, db, asOf, preview);
    await postEntries(db, await this.entries(db, remittance, preview));
    await this.tell(ctx, db, remittance);
    await publish(db, {
      topic: 'remittance.statement',
      key: `remittance.statement:${remittance.id}`,
      payload: { remittanceId: remittance.id },
    });
    return { remittanceId: remittance.id };
  }

  private async record(ctx: RequestContext, db: TenantDb, asOf: string, preview: RemittancePreview): Promise<Remittance> {
    const year = dayOf(db.clock).year;
    const number = `R-${year}-${String(await takeNumbers(db, `remittance ${year}`, 1)).padStart(5, '0')}`;
    const invoiceNumber =
      preview.feesMinor === 0n ? null : `F-${year}-${String(await takeNumbers(db, `fee invoice ${year}`, 1)).padStart(5, '0')}`;
    const remittance = db.of(Remittance).create({
      clientId: db.clientId,
      id: newId(),
      number,
      invoiceNumber,
      mode: preview.mandate.remittance,
      asOf: Temporal.PlainDate.from(asOf),
      currency: preview.currency,
      fundsMinor: preview.fundsMinor,
      feesMinor: preview.feesMinor,
      vatPercent: preview.mandate.vatPercent,
      vatMinor: preview.vatMinor,
      paidOutMinor: preview.paidOutMinor,
      state: 'ordered',
      paidOutOn: null,
      pdfDocumentId: null,
      csvDocumentId: null,
      createdBy: ctx.actor.id,
      createdAt: db.clock.now(),
    });
    await db.of(Remittance).insert(remittance);
    await db.rows(`insert into remittance_lines (client_id, remittance_id, movement_id) select $1, $2, unnest($3::uuid[])`, [
      db.clientId,
      remittance.id,
      preview.lines.map((line) => line.id),
    ]);
    return remittance;
  }

  private async entries(db: TenantDb, remittance: Remittance, preview: RemittancePreview): Promise<LedgerEntry[]> {
    const { clientId, currency, feesMinor, vatMinor } = remittance;
    const entry = { clientId, sourceKind: 'remittance', currency, effectiveOn: dayOf(db.clock).toString() };
    const recoverable = await balanceOf(db, clientId, 'CHARGEBACK_RECOVERABLE', currency);
    const payable = -(await balanceOf(db, clientId, 'CLIENT_PAYABLE', currency));
    const room = payable - preview.fundsMinor; // payable of later days is left alone
    const cleared = recoverable < room ? recoverable : room > 0n ? room : 0n;
    return [
      {
        ...entry,
        book: 'trust',
        kind: 'remittance',
        sourceId: remittance.id,
        lines: [
          { account: 'CLIENT_PAYABLE', minor: preview.fundsMinor + cleared },
          { account: 'CHARGEBACK_RECOVERABLE', minor: -cleared },
          { account: 'IN_TRANSIT', minor: -preview.paidOutMinor },
          { account: 'DUE_TO_OWN', minor: -preview.setOffMinor },
        ],
      },
      {
        ...entry,
        book: 'own',
        kind: 'fee_invoice',
        sourceId: `${remittance.id}:invoice`,
        lines: [
          { account: 'CLIENT_FEES_RECEIVABLE', minor: feesMinor + vatMinor },
          { account: 'FEE_INCOME', minor: -feesMinor },
          { account: 'VAT_DUE', minor: -vatMinor },
        ],
      },
      {
        ...entry,
        book: 'own',
        kind: 'set_off',
        sourceId: `${remittance.id}:set_off`,
        lines: [
          { account: 'OWN_DUE_FROM_TRUST', minor: preview.setOffMinor },
          { account: 'CLIENT_FEES_RECEIVABLE', minor: -preview.setOffMinor },
        ],
      },
    ];
  }

  /** Each case whose money is passed on says so, once, in one statement. */
  private async tell(ctx: RequestContext, db: TenantDb, remittance: Remittance): Promise<void> {
    await db.rows(
      `insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
       select m.client_id, m.case_id, 'remittance.ordered', $3, $4, $5, $6, jsonb_build_object('number', $7::text, 'amount', round(sum(m.amount_minor) / 100.0, 2)::text, 'currency', max(m.currency))
       from remittance_lines r join movements m on m.client_id = r.client_id and m.id = r.movement_id
       where r.client_id = $1 and r.remittance_id = $2 group by 1, 2`,
      [
        db.clientId,
        remittance.id,
        new Date(db.clock.now().epochMilliseconds),
        ctx.actor.kind === 'staff' ? 'staff' : 'system',
        ctx.actor.id,
        ctx.actor.name,
        remittance.number,
      ],
    );
  }
}
