import { createDebtorLink } from '@amiable/identity';
import { toDate } from '@amiable/kernel';
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
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { renderMessage } from '../template/render-message';
import { gatherFacts, themeOf, type MessageCase } from './gather-facts';
import { loadMessageCase } from './load-message-case';
import { reasonNotToLeave } from './may-leave.rules';

interface QueuedMessage {
  id: string;
  case_id: string;
  action_id: string | null;
  channel: 'email' | 'letter';
  template: string;
  body_note: string | null;
  state: string;
  created_by: string | null;
}

/** How many messages leave at once from one worker. */
const abreast = 4;

/**
 * Lets queued messages leave. The case is held while its message leaves, so that a payment that starts at the same
 * moment comes strictly before (the message is cancelled) or strictly after. What left is archived byte for byte.
 */
@Injectable()
export class SendMessages implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly printer: PdfPrinter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.outbox.on('email.send', (works) => this.sendAll(works), 40);
    this.outbox.on('letter.send', (works) => this.sendAll(works), 8);
    this.outbox.on('case.closed', (works) => this.cancelAll(works), 200);
  }

  private async sendAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    const waiting = [...works];
    await Promise.all(
      Array.from({ length: abreast }, async () => {
        for (let work = waiting.shift(); work; work = waiting.shift()) {
          const { clientId, payload, id, attempts } = work;
          await this.send(clientId, payload.messageId).catch((error: Error) =>
            this.giveUpAfter(error, { clientId, messageId: payload.messageId, attempts }).then(() => failures.set(id, error)),
          );
        }
      }),
    );
    return failures;
  }

  /** Lets one message leave, or cancels it with the reason. */
  async send(clientId: string, messageId: string): Promise<void> {
    const ctx = RequestContext.system();
    await this.database.inTenant(clientId, async (db) => {
      const message = await db.row<QueuedMessage>(`select * from messages where client_id = $1 and id = $2`, [clientId, messageId]);
      if (message?.state !== 'queued') return;
      const known = await loadMessageCase(db, message.case_id, true);
      const held = await db.row<{ state: string }>(`select state from messages where client_id = $1 and id = $2 for update`, [
        clientId,
        messageId,
      ]);
      if (held?.state !== 'queued') return; // another worker was first
      const reason = await this.reasonToStay(db, known, message);
      if (reason) return this.cancel(db, ctx, message, reason);
      if (message.channel === 'email') await this.sendEmail(db, ctx, known, message);
      else await this.printLetter(db, ctx, known, message);
    });
  }

  private async reasonToStay(db: TenantDb, { theCase, debtor, client }: MessageCase, message: QueuedMessage): Promise<string | null> {
    const facts = await db.row<{ in_flight: boolean; disputed: bigint }>(
      `select exists (select from payments p where p.client_id = $1 and p.case_id = $2 and p.state in ('started', 'processing') and (p.state = 'processing' or p.expires_at > $3)) as in_flight,
         coalesce((select sum(amount_minor) from disputes d where d.client_id = $1 and d.case_id = $2 and d.state = 'open'), 0)::bigint as disputed`,
      [db.clientId, theCase.id, toDate(db.clock.now())],
    );
    return reasonNotToLeave({
      caseState: theCase.state,
      openMinor: theCase.openMinor,
      disputedMinor: facts!.disputed,
      sendingStopped: client.sendingStoppedAt !== null,
      paymentInFlight: facts!.in_flight,
      recipient: message.channel === 'email' ? debtor.email : debtor.addressLine && debtor.postcode,
      byHand: message.created_by !== null,
      asksForMoney: !['promise_confirmation', 'plan_confirmation'].includes(message.template),
    });
  }

  private async sendEmail(db: TenantDb, ctx: RequestContext, known: MessageCase, message: QueuedMessage): Promise<void> {
    const { theCase, brand, debtor, agency } = known;
    const token = await createDebtorLink(db, { caseId: theCase.id, brandId: brand.id, channel: 'email' });
    const facts = await gatherFacts(
      db,
      known,
      { reference: referenceOf(message.id), linkToken: token, note: message.body_note },
      this.settings,
    );
    const language = debtor.language === 'en' ? 'en' : 'fr';
    const rendered = renderMessage({ template: message.template as never, channel: 'email', language, facts, theme: themeOf(known) });
    const from =
      theCase.hat === 'agency' ? { name: agency.name, address: agency.email } : { name: brand.senderName, address: brand.senderEmail };
    // The id is made of the message's own: a second delivery after a crash is recognised by the receiver.
    const messageId = `${message.id}@${from.address.split('@')[1]}`;
    const raw = await buildMail({
      messageId,
      from,
      replyTo: theCase.hat === 'agency' ? agency.email : brand.replyTo,
      to: debtor.email!,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      date: toDate(db.clock.now()),
      language,
    });
    const documentId = await archive(db, {
      kind: 'email',
      filename: `${message.id}.eml`,
      contentType: 'message/rfc822',
      bytes: raw,
      caseId: theCase.id,
    });
    await this.markSent(db, ctx, message, {
      documentId,
      recipient: debtor.email!,
      subject: rendered.subject,
      providerReference: messageId,
    });
    await this.mailer.send(raw, { from: from.address, to: debtor.email! });
  }

  private async printLetter(db: TenantDb, ctx: RequestContext, known: MessageCase, message: QueuedMessage): Promise<void> {
    const { theCase, debtor } = known;
    const facts = await gatherFacts(
      db,
      known,
      { reference: referenceOf(message.id), linkToken: null, note: message.body_note },
      this.settings,
    );
    const rendered = renderMessage({
      template: message.template as never,
      channel: 'letter',
      language: debtor.language === 'en' ? 'en' : 'fr',
      facts,
      theme: themeOf(known),
    });
    const pdf = await this.printer.print(rendered.html);
    const documentId = await archive(db, {
      kind: 'letter',
      filename: `${referenceOf(message.id)}.pdf`,
      contentType: 'application/pdf',
      bytes: pdf,
      caseId: theCase.id,
    });
    if (rendered.carriesFirstLetterMentions && !theCase.firstLetterReference) {
      await db.rows(`update cases set first_letter_reference = $3, first_letter_on = $4 where client_id = $1 and id = $2`, [
        db.clientId,
        theCase.id,
        referenceOf(message.id),
        facts.today,
      ]);
    }
    const recipient = [debtor.name, ...facts.debtor.addressLines].join(', ');
    await this.markSent(db, ctx, message, { documentId, recipient, subject: rendered.title, providerReference: `print:${facts.today}` });
  }

  private async markSent(
    db: TenantDb,
    ctx: RequestContext,
    message: QueuedMessage,
    sent: { documentId: string; recipient: string; subject: string; providerReference: string },
  ): Promise<void> {
    const now = toDate(db.clock.now());
    await db.rows(
      `update messages set state = 'sent', sent_at = $3, document_id = $4, recipient = $5, subject = $6, provider_reference = $7 where client_id = $1 and id = $2`,
      [db.clientId, message.id, now, sent.documentId, sent.recipient, sent.subject, sent.providerReference],
    );
    if (message.action_id)
      await db.rows(`update actions set state = 'done', done_at = $3 where client_id = $1 and id = $2`, [
        db.clientId,
        message.action_id,
        now,
      ]);
    await tell(db, ctx, {
      caseId: message.case_id,
      kind: `${message.channel}.sent`,
      facts: {
        messageId: message.id,
        documentId: sent.documentId,
        template: message.template,
        subject: sent.subject,
        reference: referenceOf(message.id),
      },
    });
  }

  private async cancel(db: TenantDb, ctx: RequestContext, message: QueuedMessage, reason: string): Promise<void> {
    await db.rows(`update messages set state = 'cancelled', reason = $3 where client_id = $1 and id = $2`, [
      db.clientId,
      message.id,
      reason,
    ]);
    if (message.action_id)
      await db.rows(`update actions set state = 'cancelled', reason = $3 where client_id = $1 and id = $2`, [
        db.clientId,
        message.action_id,
        reason,
      ]);
    await tell(db, ctx, {
      caseId: message.case_id,
      kind: 'message.cancelled',
      facts: { channel: message.channel, template: message.template, reason },
      clientSees: false,
    });
  }

  /** After the last try the message is shown as failed, on the case and in its story; a refusal is not tried again. */
  private async giveUpAfter(
    error: Error,
    { clientId, messageId, attempts }: { clientId: string; messageId: string; attempts: number },
  ): Promise<void> {
    if (attempts < 8 && !('code' in error && 'facts' in error)) return;
    await this.database.inTenant(clientId, async (db) => {
      const failed = await db.row<QueuedMessage>(
        `update messages set state = 'failed', reason = $3 where client_id = $1 and id = $2 and state = 'queued' returning *`,
        [clientId, messageId, error.message.slice(0, 300)],
      );
      if (!failed) return;
      if (failed.action_id)
        await db.rows(`update actions set state = 'failed', reason = $3 where client_id = $1 and id = $2`, [
          clientId,
          failed.action_id,
          error.message.slice(0, 300),
        ]);
      await tell(db, RequestContext.system(), {
        caseId: failed.case_id,
        kind: 'message.failed',
        facts: { channel: failed.channel, template: failed.template, reason: error.message.slice(0, 300) },
        clientSees: false,
      });
    });
  }

  /** A closed case: nothing planned for it leaves, and its calls need not be made. */
  private async cancelAll(works: readonly Work[]): Promise<void> {
    await this.database.acrossClientsAsWorker((db) =>
      db.rows(
        `with k as (select w.client_id, w.case_id from jsonb_to_recordset($1::jsonb) as w(client_id uuid, case_id uuid)
         join cases c on c.client_id = w.client_id and c.id = w.case_id and c.state = 'closed'),
       acts as (update actions a set state = 'cancelled', reason = 'case_closed' from k where a.client_id = k.client_id and a.case_id = k.case_id and a.state = 'due'),
       links as (delete from schedules s using k where s.client_id = k.client_id and s.case_id = k.case_id),
       cancelled as (
         update messages m set state = 'cancelled', reason = 'case_closed' from k
         where m.client_id = k.client_id and m.case_id = k.case_id and m.state = 'queued' and m.template not in ('promise_confirmation', 'plan_confirmation') returning m.client_id, m.case_id, m.channel, m.template)
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts, client_sees)
       select client_id, case_id, 'message.cancelled', $2, 'system', 'Amiable', jsonb_build_object('channel', channel, 'template', template, 'reason', 'case_closed'), false from cancelled`,
        [JSON.stringify(works.map((work) => ({ client_id: work.clientId, case_id: work.payload.caseId }))), toDate(db.clock.now())],
      ),
    );
  }
}

/** The reference printed on a message, short enough to be said on the telephone. */
export function referenceOf(messageId: string): string {
  return `M-${messageId.replaceAll('-', '').slice(-10).toUpperCase()}`;
}
