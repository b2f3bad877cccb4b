import { Client, readAgency } from '@amiable/clients';
import { archive, Database, OutboxWorker, PdfPrinter } from '@amiable/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Remittance } from './remittance.entity';
import { linesOfRemittance } from './remittance.queries';
import { statementCsv } from './statement-csv';
import { statementHtml } from './statement-html';

/** Prints and archives the statement of an ordered remittance, PDF and CSV. */
@Injectable()
export class WriteStatements implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly printer: PdfPrinter,
  ) {}

  onModuleInit(): void {
    this.outbox.on(
      'remittance.statement',
      async (works) => {
        for (const work of works) await this.write(work.clientId, work.payload.remittanceId);
      },
      1,
    );
  }

  async write(clientId: string, remittanceId: string): Promise<void> {
    const known = await this.database.inTenant(clientId, async (db) => {
      const remittance = await db.find(Remittance, remittanceId);
      return {
        remittance,
        lines: await linesOfRemittance(db, clientId, remittanceId),
        client: await db.of(Client).findOneByOrFail({ clientId }),
        agency: await readAgency(db),
      };
    });
    if (known.remittance.pdfDocumentId) return;
    const pdf = await this.printer.print(statementHtml(known.remittance, known.lines, known.client, known.agency), clientId);
    const csv = statementCsv(known.remittance, known.lines);
    await this.database.inTenant(clientId, async (db) => {
      const held = await db.lock(Remittance, remittanceId);
      if (held.pdfDocumentId) return;
      const name = `releve-${held.number}`;
      const pdfId = await archive(db, {
        kind: 'remittance_statement',
        filename: `${name}.pdf`,
        contentType: 'application/pdf',
        bytes: pdf,
      });
      const csvId = await archive(db, {
        kind: 'remittance_statement',
        filename: `${name}.csv`,
        contentType: 'text/csv; charset=utf-8',
        bytes: csv,
      });
      await db.rows(`update remittances set pdf_document_id = $3, csv_document_id = $4 where client_id = $1 and id = $2`, [
        clientId,
        remittanceId,
        pdfId,
        csvId,
      ]);
    });
  }
}
