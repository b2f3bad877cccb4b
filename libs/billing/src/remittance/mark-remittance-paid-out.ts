import { dayOf, requireMove, Temporal, toDecimal } from '@amiable/kernel';
import { balanceOf, postEntries, type LedgerEntry } from '@amiable/payments';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { RemittanceRefused } from './order-remittance';
import { Remittance } from './remittance.entity';
import { remittanceStates } from './remittance.states';

export interface MarkRemittancePaidOutInput {
  readonly remittanceId: string;
  readonly paidOutOn: string;
}

/**
 * Reversement seen at the bank: the transfer leaves the trust account, and the agency takes its own share out of it
 * by an explicit transfer (or tops it up). One that paid nothing on is a fee invoice: the client has paid it. Throws REMITTANCE_NOT_COVERED while the money is not in the trust account yet.
 */
@Injectable()
export class MarkRemittancePaidOut extends UseCase<MarkRemittancePaidOutInput, { remittanceId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { remittanceId, paidOutOn }: MarkRemittancePaidOutInput) {
    const remittance = await db.lock(Remittance, remittanceId);
    ctx.may('order', 'Remittance');
    requireMove(remittanceStates, remittance.state, 'paid_out');
    const day = Temporal.PlainDate.from(paidOutOn);
    if (Temporal.PlainDate.compare(day, dayOf(db.clock)) > 0) throw new RemittanceRefused('DAY_IN_FUTURE', {}, 'paidOutOn');
    const { clientId, currency, paidOutMinor } = remittance;
    const bank = await balanceOf(db, clientId, 'BANK_TRUST', currency);
    const due = -(await balanceOf(db, clientId, 'DUE_TO_OWN', currency));
    const topUp = due < 0n ? -due : 0n; // the provider's fees are the agency's: it fills trust up before anybody is paid
    if (bank + topUp < paidOutMinor) throw new RemittanceRefused('REMITTANCE_NOT_COVERED', { amount: toDecimal(bank), currency });
    const rest = bank - paidOutMinor;
    const own = due < 0n ? due : due < rest ? due : rest;
    const entry = { clientId, sourceKind: 'remittance', currency, effectiveOn: paidOutOn };
    // Nothing was held for the client (a mandate that pays him directly): what is settled here is his fee invoice.
    const feesMinor = remittance.fundsMinor === 0n && paidOutMinor === 0n ? remittance.feesMinor + remittance.vatMinor : 0n;
    const entries: LedgerEntry[] = [
      {
        ...entry,
        book: 'own',
        kind: 'fees_paid',
        sourceId: `${remittance.id}:fees_paid`,
        lines: [
          { account: 'BANK_OWN', minor: feesMinor },
          { account: 'CLIENT_FEES_RECEIVABLE', minor: -feesMinor },
        ],
      },
      {
        ...entry,
        book: 'trust',
        kind: 'own_share',
        sourceId: `${remittance.id}:own_share`,
        lines: [
          { account: 'DUE_TO_OWN', minor: own },
          { account: 'BANK_TRUST', minor: -own },
        ],
      },
      {
        ...entry,
        book: 'own',
        kind: 'own_share',
        sourceId: `${remittance.id}:own_share`,
        lines: [
          { account: 'BANK_OWN', minor: own },
          { account: 'OWN_DUE_FROM_TRUST', minor: -own },
        ],
      },
      {
        ...entry,
        book: 'trust',
        kind: 'paid_out',
        sourceId: `${remittance.id}:paid_out`,
        lines: [
          { account: 'IN_TRANSIT', minor: paidOutMinor },
          { account: 'BANK_TRUST', minor: -paidOutMinor },
        ],
      },
    ];
    await postEntries(db, entries);
    await db.rows(`update remittances set state = 'paid_out', paid_out_on = $3 where client_id = $1 and id = $2`, [
      clientId,
      remittance.id,
      paidOutOn,
    ]);
    await db.rows(
      `insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
       select distinct m.client_id, m.case_id, 'remittance.paid_out', $3::timestamptz, $4, $5::uuid, $6, jsonb_build_object('number', $7::text)
       from remittance_lines r join movements m on m.client_id = r.client_id and m.id = r.movement_id where r.client_id = $1 and r.remittance_id = $2`,
      [
        clientId,
        remittance.id,
        new Date(db.clock.now().epochMilliseconds),
        ctx.actor.kind === 'staff' ? 'staff' : 'system',
        ctx.actor.id,
        ctx.actor.name,
        remittance.number,
      ],
    );
    return { remittanceId };
  }
}
