import { messageToken, toDate, toDecimal } from '@amiable/kernel';
import {
  gatherFacts,
  languageOfDebtor,
  loadMessageCase,
  messageIdOf,
  ownWords,
  renderMessage,
  senderOf,
  themeOf,
  wordedBy,
  type ActiveTemplate,
  type MessageCase,
  type MessageFacts,
  type MessageRequest,
} from '@amiable/outreach';
import {
  archive,
  buildMail,
  Database,
  Mailer,
  OutboxWorker,
  PdfPrinter,
  RequestContext,
  SETTINGS,
  tell,
  type Settings,
  type TenantDb,
  type Work,
} from '@amiable/platform';
import { createDebtorLink } from '@amiable/identity';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

interface ReceiptRow {
  id: string;
  case_id: string;
  receipt_number: string;
  amount_minor: bigint;
  effective_on: string;
  method: 'card' | 'sepa_debit' | 'transfer' | 'cheque' | 'direct';
  currency: string;
}

/** Quittance: a receipt for every payment (R124-6 CPCE), printed, archived and mailed once. */
@Injectable()
export class SendReceipts implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly printer: PdfPrinter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.outbox.on('receipt.send', (works) => this.sendAll(works), 8);
  }

  private async sendAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    await Promise.all(
      works.map((work) => this.send(work.clientId, work.payload.movementId).catch((error: Error) => failures.set(work.id, error))),
    );
    return failures;
  }

  /** Prints, archives and mails the receipt of one payment; a receipt that is archived already is not sent again. */
  async send(clientId: string, movementId: string): Promise<void> {
    await this.database.inTenant(clientId, async (db) => {
      const movement = await db.row<ReceiptRow>(
        `select id, case_id, receipt_number, amount_minor, effective_on, method, currency from movements where client_id = $1 and id = $2`,
        [clientId, movementId],
      );
      if (!movement) throw new Error(`movement ${movementId} does not exist`);
      await db.rows(`select pg_advisory_xact_lock(hashtext($1))`, [`receipt ${movementId}`]);
      const filename = `quittance-${movement.receipt_number}.pdf`;
      const archived = await db.row(
        `select id from documents where client_id = $1 and case_id = $2 and kind = 'receipt' and filename = $3`,
        [clientId, movement.case_id, filename],
      );
      if (archived) return;
      const known = await loadMessageCase(db, movement.case_id);
      const payment = paymentFacts(movement, known.theCase.openMinor);
      const token = await createDebtorLink(db, {
        caseId: known.theCase.id,
        brandId: known.brand.id,
        channel: 'email',
        token: messageToken(this.settings.AMIABLE_SECRET, movement.id),
      });
      const facts = await gatherFacts(
        db,
        known,
        { reference: movement.receipt_number, linkToken: token, note: null, payment },
        this.settings,
      );
      const language = languageOfDebtor(known);
      const common = { language, facts, theme: themeOf(known) } as const;
      const own = await ownWords(db, known, language, facts, 'receipt', 'payment_receipt', 'attestation');
      const receipt = renderMessage({ template: 'receipt', channel: 'letter', ...common, ...wordedBy(own.receipt) });
      const pdf = await this.printer.print(receipt.html, clientId);
      const documentId = await archive(db, {
        kind: 'receipt',
        filename,
        contentType: 'application/pdf',
        bytes: pdf,
        caseId: known.theCase.id,
      });
      const settles = known.theCase.openMinor <= 0n && (await isLastPayment(db, movement));
      const attestation = settles ? await this.attest(db, known, movement, common, own.attestation) : null;
      await tell(db, RequestContext.system(), {
        caseId: known.theCase.id,
        kind: 'receipt.sent',
        facts: {
          documentId,
          receiptNumber: movement.receipt_number,
          amount: toDecimal(movement.amount_minor),
          currency: movement.currency,
          byEmail: known.debtor.email !== null,
        },
      });
      if (!known.debtor.email) return;
      const { subject, html, text } = renderMessage({
        template: 'payment_receipt',
        channel: 'email',
        ...common,
        ...wordedBy(own.payment_receipt),
      });
      const { from, replyTo } = senderOf(known);
      const to = known.debtor.email;
      const attachments = [{ filename, contentType: 'application/pdf', content: pdf }, ...(attestation ? [attestation] : [])];
      const messageId = messageIdOf(`receipt-${movement.id}`, from);
      const raw = await buildMail({
        messageId,
        from,
        replyTo,
        to,
        subject,
        html,
        text,
        date: toDate(db.clock.now()),
        language,
        attachments,
      });
      await this.mailer.send(raw, { from: from.address, to });
    });
  }

  /** Attestation de règlement: all is settled; archived beside the receipt of the last payment, and sent in its mail. */
  private async attest(
    db: TenantDb,
    known: MessageCase,
    movement: ReceiptRow,
    common: Pick<MessageRequest, 'language' | 'facts' | 'theme'>,
    own: ActiveTemplate | undefined,
  ): Promise<{ filename: string; contentType: string; content: Buffer }> {
    const filename = `attestation-${movement.receipt_number}.pdf`;
    const letter = renderMessage({ template: 'attestation', channel: 'letter', ...common, ...wordedBy(own) });
    const content = await this.printer.print(letter.html, db.clientId);
    const documentId = await archive(db, {
      kind: 'attestation',
      filename,
      contentType: 'application/pdf',
      bytes: content,
      caseId: known.theCase.id,
    });
    await tell(db, RequestContext.system(), { caseId: known.theCase.id, kind: 'attestation.issued', facts: { documentId } });
    return { filename, contentType: 'application/pdf', content };
  }
}

/** Several payments may have come before their receipts leave: the attestation goes with the last. */
async function isLastPayment(db: TenantDb, movement: ReceiptRow): Promise<boolean> {
  const later = await db.row(`select 1 from movements where client_id = $1 and case_id = $2 and kind = 'payment' and id > $3 limit 1`, [
    db.clientId,
    movement.case_id,
    movement.id,
  ]);
  return !later;
}

function paymentFacts(movement: ReceiptRow, openMinor: bigint): NonNullable<MessageFacts['payment']> {
  const money = (minor: bigint) => ({ amount: toDecimal(minor), currency: movement.currency });
  return {
    receiptNumber: movement.receipt_number,
    amount: money(movement.amount_minor),
    on: movement.effective_on,
    method: movement.method === 'direct' ? 'other' : movement.method,
    openAfter: money(openMinor > 0n ? openMinor : 0n),
  };
}
