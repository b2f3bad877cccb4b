import { MarkRemittancePaidOut, OrderRemittance, previewRemittance } from '@amiable/billing';
import { Client } from '@amiable/clients';
import { Allowed, Ctx, Database, DayScalar, fromGlobalId, moneyOf, PageInput, Performer, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { movementOf, readClients, readMovements, readRemittance, readRemittances } from './money.agency.queries';
import {
  ClientOfAgency,
  LedgerBalance,
  MarkRemittancePaidOutInput,
  MovementConnection,
  OrderRemittanceInput,
  RemittanceOfAgency,
  RemittancePreviewScreen,
} from './money.agency.types';

/** What the accountant reads and does: clients, money, remittances, ledger. */
@Resolver()
export class MoneyAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly ordering: OrderRemittance,
    private readonly payingOut: MarkRemittancePaidOut,
  ) {}

  @Query(() => [ClientOfAgency])
  @Allowed('read', 'Client')
  clients(@Ctx() ctx: RequestContext): Promise<ClientOfAgency[]> {
    return this.database.acrossClients(ctx.portfolio, (db) => readClients(db));
  }

  @Query(() => MovementConnection)
  @Allowed('read', 'Movement')
  movements(
    @Ctx() ctx: RequestContext,
    @Args('page', { type: () => PageInput }) page: PageInput,
    @Args('clientId', { type: () => ID, nullable: true }) clientId?: string | null,
  ): Promise<MovementConnection> {
    const client = clientOf(ctx, clientId);
    return this.database.acrossClients(ctx.portfolio, (db) => readMovements(db, client, page));
  }

  @Query(() => [RemittanceOfAgency])
  @Allowed('read', 'Remittance')
  remittances(
    @Ctx() ctx: RequestContext,
    @Args('clientId', { type: () => ID, nullable: true }) clientId?: string | null,
  ): Promise<RemittanceOfAgency[]> {
    const client = clientOf(ctx, clientId);
    return this.database.acrossClients(ctx.portfolio, (db) => readRemittances(db, client));
  }

  @Query(() => RemittancePreviewScreen)
  @Allowed('read', 'Remittance')
  async remittancePreview(
    @Ctx() ctx: RequestContext,
    @Args('clientId', { type: () => ID }) clientId: string,
    @Args('asOf', { type: () => DayScalar }) asOf: string,
  ): Promise<RemittancePreviewScreen> {
    const client = clientOf(ctx, clientId)!;
    return this.database.inTenant(client, async (db) => {
      const preview = await previewRemittance(db, asOf);
      const company = await db.of(Client).findOneByOrFail({ clientId: client });
      const money = (minor: bigint) => moneyOf(minor, preview.currency);
      const refusal =
        preview.lines.length === 0 || preview.fundsMinor < 0n
          ? 'NOTHING_TO_REMIT'
          : preview.paidOutMinor > 0n && !company.settlementIban
            ? 'NO_SETTLEMENT_IBAN'
            : null;
      return {
        clientId,
        clientName: company.name,
        asOf,
        movements: preview.lines.map((line) =>
          movementOf({ ...line, client_id: client, client_name: company.name, remittance_number: null }),
        ),
        funds: money(preview.fundsMinor),
        fees: money(preview.feesMinor),
        vatPercent: preview.mandate.vatPercent,
        vat: money(preview.vatMinor),
        feesWithVat: money(preview.feesMinor + preview.vatMinor),
        paidOut: money(preview.paidOutMinor),
        mode: preview.mandate.remittance,
        remitBy: preview.remitBy,
        iban: company.settlementIban,
        refusal,
      };
    });
  }

  @Query(() => [LedgerBalance])
  @Allowed('read', 'Remittance')
  async ledgerBalances(@Ctx() ctx: RequestContext, @Args('clientId', { type: () => ID }) clientId: string): Promise<LedgerBalance[]> {
    const client = clientOf(ctx, clientId)!;
    const rows = await this.database.inTenant(client, (db) =>
      db.rows(`select account, book, currency, balance_minor from ledger_balances where client_id = $1 order by book desc, account`, [
        client,
      ]),
    );
    return rows.map((row) => ({ account: row.account, book: row.book, balance: moneyOf(row.balance_minor, row.currency) }));
  }

  @Mutation(() => RemittanceOfAgency)
  @Allowed('order', 'Remittance')
  async orderRemittance(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => OrderRemittanceInput }) input: OrderRemittanceInput,
  ): Promise<RemittanceOfAgency> {
    const client = clientOf(ctx, input.clientId)!;
    const { remittanceId } = await this.performer.perform(ctx, client, this.ordering, { asOf: input.asOf }, input.idempotencyKey);
    return this.database.inTenant(client, (db) => readRemittance(db, client, remittanceId));
  }

  @Mutation(() => RemittanceOfAgency)
  @Allowed('order', 'Remittance')
  async markRemittancePaidOut(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => MarkRemittancePaidOutInput }) input: MarkRemittancePaidOutInput,
  ): Promise<RemittanceOfAgency> {
    const { clientId, id } = fromGlobalId('Remittance', input.remittanceId);
    await this.performer.perform(ctx, clientId, this.payingOut, { remittanceId: id, paidOutOn: input.paidOutOn }, input.idempotencyKey);
    return this.database.inTenant(clientId, (db) => readRemittance(db, clientId, id));
  }
}

/** The client an id names, if it is within reach. Throws NotFound. */
function clientOf(ctx: RequestContext, id: string | null | undefined): string | null {
  return id === null || id === undefined ? null : ctx.enter(fromGlobalId('Client', id).clientId);
}
