import { newId, toDate } from '@amiable/kernel';
import { publish, type TenantDb } from '@amiable/platform';
import type { TemplateKey } from '../template/message-texts';

/** An e-mail of the system itself on a case: what was agreed, or the reply to what a debtor asked. Leaves at once, or stays with its reason. */
export async function queueMessage(
  db: TenantDb,
  { caseId, template, note }: { readonly caseId: string; readonly template: TemplateKey; readonly note: string | null },
): Promise<string> {
  const messageId = newId();
  const now = db.clock.now();
  await db.rows(
    `insert into messages (client_id, id, case_id, channel, template, body_note, state, not_before) values ($1, $2, $3, 'email', $4, $5, 'queued', $6)`,
    [db.clientId, messageId, caseId, template, note, toDate(now)],
  );
  await publish(db, { topic: 'email.send', key: `message:${messageId}`, payload: { messageId }, notBefore: now });
  return messageId;
}
