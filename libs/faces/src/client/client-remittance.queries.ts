import { NotFound } from '@amiable/kernel';
import { Database, moneyOf, toGlobalId, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { ClientRemittance } from './client-remittance.types';

interface RemittanceRow {
  id: string;
  number: string;
  invoice_number: string | null;
  as_of: string;
  currency: string;
  funds_minor: bigint;
  fees_minor: bigint;
  vat_minor: bigint;
  paid_out_minor: bigint;
  state: ClientRemittance['state'];
  paid_out_on: string | null;
  pdf_document_id: string | null;
  csv_document_id: string | null;
}

/** Remittances with their fee invoices, newest first. */
@Injectable()
export class ClientRemittanceQueries {
  constructor(private readonly database: Database) {}

  async remittances(ctx: RequestContext): Promise<ClientRemittance[]> {
    const rows = await this.database.inTenant(ctx.clientId, (db) =>
      db.rows<RemittanceRow>(`${remittanceSql} order by as_of desc, id desc`, [ctx.clientId]),
    );
    return rows.map((row) => remittanceOf(ctx, row));
  }

  /** Throws NotFound. */
  async remittance(ctx: RequestContext, id: string): Promise<ClientRemittance> {
    const row = await this.database.inTenant(ctx.clientId, (db) =>
      db.row<RemittanceRow>(`${remittanceSql} and id = $2`, [ctx.clientId, id]),
    );
    if (!row) throw new NotFound('Remittance');
    return remittanceOf(ctx, row);
  }
}

const remittanceSql = `
  select id, number, invoice_number, as_of, currency, funds_minor, fees_minor, vat_minor, paid_out_minor, state, paid_out_on, pdf_document_id, csv_document_id
  from remittances where client_id = $1`;

function remittanceOf({ clientId }: RequestContext, row: RemittanceRow): ClientRemittance {
  const money = (minor: bigint) => moneyOf(minor, row.currency);
  const document = (id: string | null) => id && toGlobalId('Document', clientId, id);
  return {
    uuid: row.id,
    id: toGlobalId('Remittance', clientId, row.id),
    number: row.number,
    invoiceNumber: row.invoice_number,
    asOf: row.as_of,
    funds: money(row.funds_minor),
    fees: money(row.fees_minor),
    vat: money(row.vat_minor),
    paidOut: money(row.paid_out_minor),
    state: row.state,
    paidOutOn: row.paid_out_on,
    pdfId: document(row.pdf_document_id),
    csvId: document(row.csv_document_id),
  };
}
