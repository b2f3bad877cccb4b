import { endlessHolds } from '@amiable/cases';
import { createDebtorLink } from '@amiable/identity';
import { dayOf, messageToken, Temporal, toDate } from '@amiable/kernel';
import {
  archive,
  buildMail,
  Database,
  Mailer,
  OutboxWorker,
  PdfPrinter,
  RequestContext,
  SETTINGS,
  type Settings,
  type TenantDb,
  type Work,
} from '@amiable/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { askingTemplates } from '../contact/contact-policy.rules';
import { holdPerson, isWrittenTooOften, readContactStanding } from '../contact/contact-standing.queries';
import { ownWords, wordedBy } from '../own-template/own-words';
import { renderMessage } from '../template/render-message';
import { gatherFacts, themeOf, type MessageCase } from './gather-facts';
import { loadMessageCase } from './load-message-case';
import { reasonNotToLeave } from './may-leave.rules';
import { languageOfDebtor, messageIdOf, senderOf } from './sender';
import { cancelWorkOfClosedCases, confirmations, markSent, markStayed, referenceOf, type QueuedMessage } from './settle-message';

/** How many messages leave at once from one worker. */
const abreast = 4;

/** After so many tries a message is shown as failed. */
const mostTries = 8;

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
    this.outbox.on('letter.send', (works) => this.sendAll(works), 32);
    this.outbox.on('case.closed', (works) => this.database.acrossClientsAsWorker((db) => cancelWorkOfClosedCases(db, works)), 200);
  }

  private async sendAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    const waiting = [...works].sort((a, b) => (a.clientId < b.clientId ? -1 : 1)); // sheets of one client share a page
    const sendOn = async (): Promise<void> => {
      for (let work = waiting.shift(); work; work = waiting.shift()) {
        try {
          await this.send(work.clientId, work.payload.messageId);
        } catch (error) {
          failures.set(work.id, error as Error);
          await this.giveUpAfter(error as Error, work);
        }
      }
    };
    await Promise.all(Array.from({ length: abreast }, sendOn));
    return failures;
  }

  /** Lets one message leave, or cancels it with the reason. */
  async send(clientId: string, messageId: string): Promise<void> {
    const ctx = RequestContext.system();
    await this.database.inTenant(clientId, async (db) => {
      const message = await db.row<QueuedMessage>(`select * from messages where client_id = $1 and id = $2`, [clientId, messageId]);
      if (message?.state !== 'queued') return;
      const known = await loadMessageCase(db, message.case_id, true);
      const held = await db.row<{ state: string }>(`select state from messages where client_id = $1 and id = $2 for no key update`, [
        clientId,
        messageId,
      ]);
      if (held?.state !== 'queued') return; // another worker was first
      const reason = await this.reasonToStay(db, known, message);
      if (reason) await markStayed(db, ctx, message, 'cancelled', reason);
      else if (message.channel === 'email') await this.sendEmail(db, ctx, known, message);
      else await this.printLetter(db, ctx, known, message);
    });
  }

  private async reasonToStay(db: TenantDb, { theCase, debtor, client }: MessageCase, message: QueuedMessage): Promise<string | null> {
    const facts = await db.row<{ in_flight: boolean; disputed: bigint; promised: boolean }>(
      `select exists (select from payments p where p.client_id = $1 and p.case_id = $2 and p.state in ('started', 'processing') and (p.state = 'processing' or p.expires_at > $3)) as in_flight,
         coalesce((select sum(amount_minor) from disputes d where d.client_id = $1 and d.case_id = $2 and d.state = 'open'), 0)::bigint as disputed,
         exists (select from promises p where p.client_id = $1 and p.case_id = $2 and p.state = 'open') as promised`,
      [db.clientId, theCase.id, toDate(db.clock.now())],
    );
    // What a collector writes was judged when he wrote it; a step of the scenario is judged at the door.
    const isCounted = message.created_by === null && askingTemplates.includes(message.template);
    if (isCounted) await holdPerson(db, db.clientId, theCase.id);
    return reasonNotToLeave({
      caseState: theCase.state,
      askingStopped: theCase.state === 'on_hold' && endlessHolds.includes(theCase.holdKind ?? 'staff'),
      holdKind: theCase.holdKind,
      channel: message.channel,
      refusesEmail: debtor.refusesEmail,
      inCare: debtor.careUntil !== null && Temporal.PlainDate.compare(debtor.careUntil, dayOf(db.clock)) >= 0,
      promiseOpen: facts!.promised,
      openMinor: theCase.openMinor,
      disputedMinor: facts!.disputed,
      sendingStopped: client.sendingStoppedAt !== null,
      paymentInFlight: facts!.in_flight,
      recipient: message.channel === 'email' ? (message.recipient ?? debtor.email) : debtor.addressLine && debtor.postcode,
      byHand: message.created_by !== null,
      asksForMoney: !confirmations.includes(message.template),
      tooOften: isCounted && isWrittenTooOften(await readContactStanding(db, db.clientId, theCase.id)),
    });
  }

  private async sendEmail(db: TenantDb, ctx: RequestContext, known: MessageCase, message: QueuedMessage): Promise<void> {
    const { theCase, brand, debtor } = known;
    const to = message.recipient ?? debtor.email!;
    const token = await createDebtorLink(db, {
      caseId: theCase.id,
      brandId: brand.id,
      channel: 'email',
      token: messageToken(this.settings.AMIABLE_SECRET, message.id),
    });
    const occasion = { reference: referenceOf(message.id), linkToken: token, note: message.body_note };
    const facts = await gatherFacts(db, known, occasion, this.settings);
    const language = languageOfDebtor(known);
    const { [message.template]: own } = await ownWords(db, known, language, facts, message.template);
    const { subject, html, text } = renderMessage({
      template: message.template,
      channel: 'email',
      language,
      facts,
      theme: themeOf(known),
      ...wordedBy(own),
    });
    const { from, replyTo } = senderOf(known);
    const messageId = messageIdOf(message.id, from);
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
    });
    const file = { kind: 'email', filename: `${message.id}.eml`, contentType: 'message/rfc822', bytes: raw, caseId: theCase.id } as const;
    const documentId = await archive(db, file);
    await markSent(db, ctx, message, { documentId, recipient: to, subject, providerReference: messageId, templateId: own?.id ?? null });
    await this.mailer.send(raw, { from: from.address, to });
  }

  private async printLetter(db: TenantDb, ctx: RequestContext, known: MessageCase, message: QueuedMessage): Promise<void> {
    const { theCase, debtor } = known;
    const reference = referenceOf(message.id);
    const facts = await gatherFacts(db, known, { reference, linkToken: null, note: message.body_note }, this.settings);
    const language = languageOfDebtor(known);
    const { [message.template]: own } = await ownWords(db, known, language, facts, message.template);
    const letter = renderMessage({
      template: message.template,
      channel: 'letter',
      language,
      facts,
      theme: themeOf(known),
      ...wordedBy(own),
    });
    const bytes = await this.printer.print(letter.html, db.clientId);
    const documentId = await archive(db, {
      kind: 'letter',
      filename: `${reference}.pdf`,
      contentType: 'application/pdf',
      bytes,
      caseId: theCase.id,
    });
    if (letter.carriesFirstLetterMentions && !theCase.firstLetterReference) {
      await db.rows(`update cases set first_letter_reference = $3, first_letter_on = $4 where client_id = $1 and id = $2`, [
        db.clientId,
        theCase.id,
        reference,
        facts.today,
      ]);
    }
    const recipient = [debtor.name, ...facts.debtor.addressLines].join(', ');
    const providerReference = `print:${facts.today}`;
    await markSent(db, ctx, message, { documentId, recipient, subject: letter.title, providerReference, templateId: own?.id ?? null });
  }

  /** After the last try the message is shown as failed, on the case and in its story; a refusal is not tried again. */
  private async giveUpAfter(error: Error, { clientId, payload, attempts }: Work): Promise<void> {
    const isRefusal = 'code' in error && 'facts' in error;
    if (attempts < mostTries && !isRefusal) return;
    await this.database.inTenant(clientId, async (db) => {
      const message = await db.row<QueuedMessage>(
        `select * from messages where client_id = $1 and id = $2 and state = 'queued' for no key update`,
        [clientId, payload.messageId],
      );
      if (message) await markStayed(db, RequestContext.system(), message, 'failed', error.message.slice(0, 300));
    });
  }
}
