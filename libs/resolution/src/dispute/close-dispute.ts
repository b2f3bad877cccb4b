import { Case, exposureChanged, moveCases, planWork, TextMissing } from '@amiable/cases';
import { dayOf, toDecimal } from '@amiable/kernel';
import { queueMessage } from '@amiable/outreach';
import { move, publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Answer } from '../answer/answer.entity';
import { answerReferenceOf } from '../answer/answer.rules';
import { answerStates } from '../answer/answer.states';
import { Dispute } from './dispute.entity';
import { disputeStates } from './dispute.states';

export interface CloseDisputeInput {
  readonly disputeId: string;
  readonly upheld: boolean;
  readonly answer: string;
}

/** Litige answered: upheld (the client sends a credit note, the claim stays out meanwhile) or rejected (the reminders go on). */
@Injectable()
export class CloseDispute extends UseCase<CloseDisputeInput, { caseId: string; disputeId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { disputeId, upheld, answer }: CloseDisputeInput) {
    const dispute = await db.lock(Dispute, disputeId);
    ctx.may('answer', dispute);
    if (!answer.trim()) throw new TextMissing('answer');
    const theCase = await db.lock(Case, dispute.caseId);
    const invoice = await db.row<{ number: string }>(`select number from invoices where client_id = $1 and id = $2`, [
      db.clientId,
      dispute.invoiceId,
    ]);
    const outcome = upheld ? 'upheld' : 'rejected';
    await move(db, ctx, disputeStates, dispute, outcome, {
      kind: `dispute.${outcome}`,
      facts: { invoiceNumber: invoice!.number, amount: toDecimal(dispute.amountMinor), currency: theCase.currency, note: answer.trim() },
    });
    dispute.answer = answer.trim();
    dispute.closedOn = dayOf(db.clock);
    if (upheld) {
      await creditDisputedPart(db, dispute);
      await publish(db, exposureChanged(`dispute:${disputeId}`, [theCase.debtorId]));
    }
    await db.rows(`update invoices set disputed_minor = 0 where client_id = $1 and id = $2`, [db.clientId, dispute.invoiceId]);
    const { openMinor } = await db.find(Case, theCase.id);
    const day = dispute.closedOn.toString();
    if (theCase.state !== 'closed' && openMinor <= 0n)
      await moveCases(
        db,
        ctx,
        [{ clientId: db.clientId, caseId: theCase.id, from: theCase.state, closeReason: 'paid' }],
        'closed',
        'case.closed',
        day,
      );
    else if (theCase.state !== 'closed') await planWork(db, { caseId: theCase.id, dueOn: dayOf(db.clock), why: 'dispute_answered' });
    await db.of(Dispute).save(dispute);
    await settleContestation(db, ctx, dispute);
    return { caseId: theCase.id, disputeId };
  }
}

/** The debtor's contestation is answered once each of its disputes is: he is told, with the words of the client. */
async function settleContestation(db: TenantDb, ctx: RequestContext, { answerId, answer }: Dispute): Promise<void> {
  if (!answerId) return;
  const waiting = await db.row(`select 1 from disputes where client_id = $1 and answer_id = $2 and state = 'open'`, [
    db.clientId,
    answerId,
  ]);
  const given = await db.lock(Answer, answerId);
  if (waiting || given.state !== 'open') return;
  await move(db, ctx, answerStates, given, 'done', {
    kind: 'answer.done',
    facts: { about: 'dispute', answerReference: answerReferenceOf(answerId) },
    clientSees: false,
  });
  await db.of(Answer).save(Object.assign(given, { reply: answer, settledAt: db.clock.now(), settledBy: ctx.actor.id }));
  await queueMessage(db, { caseId: given.caseId, template: 'answer_reply', note: answer });
}

/** The client gave up this part: it settles as a credit note does, and is claimed no more. */
async function creditDisputedPart(db: TenantDb, dispute: Dispute): Promise<void> {
  await db.rows(
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on)
     select $1, i.id, i.case_id, 'credit_note', $3, least($4::bigint, i.amount_minor - i.settled_minor), $5
     from invoices i where i.client_id = $1 and i.id = $2 and i.amount_minor > i.settled_minor`,
    [db.clientId, dispute.invoiceId, dispute.id, dispute.amountMinor.toString(), dispute.closedOn!.toString()],
  );
}
