import { Case } from '@amiable/cases';
import { NotFound, requireMove } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { messageStates } from './message.states';
import { MessageRefused } from './send-message';
import { markStayed, type QueuedMessage } from './settle-message';

export interface RecallMessageInput {
  readonly messageId: string;
}

/** Rappel d'un envoi: what has not left the house is taken back, an e-mail for ten seconds, a letter until its batch closes. */
@Injectable()
export class RecallMessage extends UseCase<RecallMessageInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { messageId }: RecallMessageInput) {
    const found = await db.row<{ case_id: string }>(`select case_id from messages where client_id = $1 and id = $2`, [
      db.clientId,
      messageId,
    ]);
    if (!found) throw new NotFound('Message');
    // The case first, as the sender does: whoever comes second waits for the first.
    const theCase = await db.lock(Case, found.case_id);
    ctx.may('contact', theCase);
    const message = (await db.row<QueuedMessage & { state: 'queued' | 'sent' | 'cancelled' | 'failed' }>(
      `select * from messages where client_id = $1 and id = $2 for no key update`,
      [db.clientId, messageId],
    ))!;
    if (message.state !== 'queued') throw new MessageRefused('MESSAGE_NOT_WAITING', { state: message.state });
    requireMove(messageStates, message.state, 'cancelled');
    await markStayed(db, ctx, message, 'cancelled', 'recalled');
    return { caseId: theCase.id };
  }
}
