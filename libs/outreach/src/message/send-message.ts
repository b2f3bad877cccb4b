import { Case, joinedIds, planWork, requireNotClosed } from '@amiable/cases';
import { Mandate } from '@amiable/clients';
import { dayOf, NotFound, newId, Refusal, toDate } from '@amiable/kernel';
import { publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { requireWritingAllowed } from '../contact/contact.errors';
import { holdPerson, readContactStanding } from '../contact/contact-standing.queries';
import { lintMessage, refusalsIn } from '../lint/legal-lint.rules';
import { batchCloseAfter } from './letter-batch.rules';
import { readLintContext } from './lint-context';
import { messageTemplates } from './message-templates';
import { confirmations } from './settle-message';

export class MessageRefused extends Refusal {}

/** Seconds an e-mail written by hand waits before it leaves, so that it can be taken back. */
export const undoSeconds = 10;

/** Days after which a case comes back when the step that waited for a hand has been written. */
const backAfterDays = 10;

export interface SendMessageInput {
  readonly caseId: string;
  /** A key of messageTemplates. */
  readonly template: string;
  readonly note: string | null;
  /** Somebody at the company instead of its own address; e-mails only. */
  readonly contactId?: string | null;
}

/**
 * Message envoyé by a collector, inside what the mandate, the contact policy and the law allow; refused with its reason otherwise.
 * An e-mail waits ten seconds, a letter for the close of its batch; until then RecallMessage takes it back.
 */
@Injectable()
export class SendMessage extends UseCase<SendMessageInput, { caseId: string; messageId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, template, note, contactId = null }: SendMessageInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('contact', theCase);
    requireNotClosed(theCase);
    const known = messageTemplates.find((t) => t.key === template);
    if (!known) throw new MessageRefused('UNKNOWN_TEMPLATE', { value: template }, 'template');
    const mandate = await db.find(Mandate, theCase.mandateId);
    if (!mandate.channels.includes(known.channel)) throw new MessageRefused('CHANNEL_NOT_IN_MANDATE', { channel: known.channel });
    const debtor = await db.row<{ email: string | null; address_line: string | null }>(
      `select email, address_line from debtors where client_id = $1 and id = $2`,
      [db.clientId, theCase.debtorId],
    );
    const recipient = known.channel === 'email' && contactId !== null ? await emailOfContact(db, theCase.debtorId, contactId) : null;
    if (known.channel === 'email' && !recipient && !debtor!.email) throw new MessageRefused('NO_EMAIL');
    if (known.channel === 'letter' && !debtor!.address_line) throw new MessageRefused('NO_ADDRESS');
    const inFlight = await db.row(
      `select id from payments where client_id = $1 and case_id = $2 and state in ('started', 'processing') and (state = 'processing' or expires_at > $3)`,
      [db.clientId, theCase.id, toDate(db.clock.now())],
    );
    if (inFlight) throw new MessageRefused('PAYMENT_IN_FLIGHT');
    if (known.channel === 'email' && theCase.hat === 'agency' && !theCase.firstLetterReference)
      throw new MessageRefused('TEMPLATE_NEEDS_FIRST_LETTER', { template });
    await holdPerson(db, db.clientId, theCase.id);
    if (!confirmations.includes(known.template)) requireWritingAllowed(await readContactStanding(db, db.clientId, theCase.id), db.clock);
    const words = note?.trim().slice(0, 4_000) || null;
    const [unlawful] = words ? refusalsIn(lintMessage(words, await readLintContext(db, theCase))) : [];
    if (unlawful)
      throw new MessageRefused(
        'TEXT_NOT_LAWFUL',
        { words: unlawful.excerpt.slice(0, 100), article: unlawful.article, rule: unlawful.code },
        'note',
      );
    const messageId = newId();
    const now = db.clock.now();
    const notBefore = known.channel === 'letter' ? batchCloseAfter(now) : now.add({ seconds: undoSeconds });
    // A step of the scenario that waits for a hand is done with this message.
    const written = await db.row<{ action_id: string | null }>(
      `insert into messages (client_id, id, case_id, channel, template, body_note, state, not_before, created_by, recipient, action_id)
       select $1, $2, $3, $4, $5, $6, 'queued', $7, $8, $9,
         (select a.id from actions a where a.client_id = $1 and a.case_id = $3 and a.state = 'due' and a.channel = $4 and a.template = $5
            and not exists (select from messages m where m.client_id = a.client_id and m.action_id = a.id) order by a.created_at limit 1)
       returning action_id`,
      [db.clientId, messageId, theCase.id, known.channel, known.template, words, toDate(notBefore), ctx.actor.id, recipient],
    );
    if (written!.action_id)
      await planWork(db, { caseId: theCase.id, dueOn: dayOf(db.clock).add({ days: backAfterDays }), why: 'letter_sent' });
    await publish(db, { topic: `${known.channel}.send`, key: `message:${messageId}`, payload: { messageId }, notBefore });
    return { caseId: theCase.id, messageId };
  }
}

/** The address of somebody known at this debtor. Throws NotFound, NOT_A_CONTACT_WITH_EMAIL. */
export async function emailOfContact(db: TenantDb, debtorId: string, contactId: string): Promise<string> {
  const contact = await db.row<{ email: string | null }>(
    `select email from debtor_contacts where client_id = $1 and id = $2 and dismissed_at is null and debtor_id in (${joinedIds('$1', '$3')})`,
    [db.clientId, contactId, debtorId],
  );
  if (!contact) throw new NotFound('DebtorContact');
  if (!contact.email) throw new MessageRefused('NOT_A_CONTACT_WITH_EMAIL', {}, 'contactId');
  return contact.email;
}
