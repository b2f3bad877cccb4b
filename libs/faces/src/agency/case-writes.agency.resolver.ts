import { CloseCase, CorrectPhone, HoldCase, ResumeCase, SnoozeCase, UndoSnooze } from '@amiable/cases';
import { NotFound } from '@amiable/kernel';
import { AddNote, LogCall, RecallMessage, SendMessage } from '@amiable/outreach';
import { RecordTransfer } from '@amiable/payments';
import { Allowed, BadInput, Ctx, fromGlobalId, Performer, type RequestContext } from '@amiable/platform';
import { AgreePlan, CloseDispute, OpenDispute, RecordPromise, UndoPromise } from '@amiable/resolution';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';
import {
  AddNoteInput,
  AgreePlanInput,
  CloseCaseInput,
  CloseDisputeInput,
  HoldCaseInput,
  LogCallInput,
  OpenDisputeInput,
  RecallMessageInput,
  RecordPromiseInput,
  RecordTransferInput,
  ResumeCaseInput,
  SendMessageInput,
  SnoozeCaseInput,
  UndoPromiseInput,
  UndoSnoozeInput,
} from './case-list.agency.types';
import { CaseScreens } from './case-screens';

/** What a collector does on a case; each answers the whole page as it is after. */
@Resolver(() => CasePage)
export class CaseWritesAgencyResolver {
  constructor(
    private readonly screens: CaseScreens,
    private readonly performer: Performer,
    private readonly addNoteCase: AddNote,
    private readonly closing: CloseCase,
    private readonly holding: HoldCase,
    private readonly resuming: ResumeCase,
    private readonly snoozing: SnoozeCase,
    private readonly unsnoozing: UndoSnooze,
    private readonly unpromising: UndoPromise,
    private readonly calling: LogCall,
    private readonly correcting: CorrectPhone,
    private readonly sending: SendMessage,
    private readonly recalling: RecallMessage,
    private readonly promising: RecordPromise,
    private readonly planning: AgreePlan,
    private readonly disputing: OpenDispute,
    private readonly answering: CloseDispute,
    private readonly receiving: RecordTransfer,
  ) {}

  @Mutation(() => CasePage)
  @Allowed('contact', 'Case')
  async logCall(@Ctx() ctx: RequestContext, @Args('input', { type: () => LogCallInput }) input: LogCallInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const time = input.callBackTime ?? null;
    if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new BadInput('hh:mm', time, 'callBackTime');
    const { outcome, idempotencyKey } = input;
    const call = { caseId: id, outcome, note: input.note ?? null, callBackOn: input.callBackOn ?? null, callBackTime: time };
    await this.performer.perform(ctx, clientId, this.calling, { ...call, inbound: input.inbound ?? false }, idempotencyKey);
    // A dead number and somebody else at its end are the same to the next caller: the number is used no more.
    if (outcome === 'wrong_number' || (outcome === 'not_me' && !input.inbound))
      await this.performer.perform(
        ctx,
        clientId,
        this.correcting,
        { caseId: id, phone: input.rightPhone ?? null, isDoubtful: outcome === 'not_me' },
        `${idempotencyKey}:phone`,
      );
    return this.screens.read(ctx, { clientId, id });
  }

  @Mutation(() => CasePage)
  @Allowed('promise', 'Case')
  async recordPromise(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => RecordPromiseInput }) input: RecordPromiseInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    await this.performer.perform(
      ctx,
      clientId,
      this.promising,
      {
        caseId: id,
        amount: input.amount,
        dueOn: input.dueOn,
        invoiceIds: (input.invoiceIds ?? []).map((invoiceId) => {
          const invoice = fromGlobalId('Invoice', invoiceId);
          if (invoice.clientId !== clientId) throw new NotFound('Invoice');
          return invoice.id;
        }),
      },
      input.idempotencyKey,
    );
    if (input.confirmByEmail)
      await this.performer.perform(
        ctx,
        clientId,
        this.sending,
        { caseId: id, template: 'promise_confirmation', note: null },
        `${input.idempotencyKey}:mail`,
      );
    return this.screens.read(ctx, { clientId, id });
  }

  @Mutation(() => CasePage, { description: 'Takes a promise back some seconds after it was recorded, while no confirmation has left.' })
  @Allowed('promise', 'Case')
  undoPromise(@Ctx() ctx: RequestContext, @Args('input', { type: () => UndoPromiseInput }) input: UndoPromiseInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(ctx, clientId, this.unpromising, { caseId: id }, input.idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('contact', 'Case')
  sendMessage(@Ctx() ctx: RequestContext, @Args('input', { type: () => SendMessageInput }) input: SendMessageInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(
      ctx,
      clientId,
      this.sending,
      { caseId: id, template: input.template, note: input.note ?? null, contactId: contactIn(clientId, input.contactId) },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage, { description: 'Takes back what has not left the house yet.' })
  @Allowed('contact', 'Case')
  recallMessage(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => RecallMessageInput }) input: RecallMessageInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Message', input.messageId);
    return this.screens.write(ctx, clientId, this.recalling, { messageId: id }, input.idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('dispute', 'Case')
  openDispute(@Ctx() ctx: RequestContext, @Args('input', { type: () => OpenDisputeInput }) input: OpenDisputeInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const invoice = fromGlobalId('Invoice', input.invoiceId);
    if (invoice.clientId !== clientId) throw new NotFound('Invoice');
    return this.screens.write(
      ctx,
      clientId,
      this.disputing,
      { caseId: id, invoiceId: invoice.id, reason: input.reason, amount: input.amount ?? null, note: input.note ?? null },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('answer', 'Dispute')
  closeDispute(@Ctx() ctx: RequestContext, @Args('input', { type: () => CloseDisputeInput }) input: CloseDisputeInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Dispute', input.disputeId);
    return this.screens.write(
      ctx,
      clientId,
      this.answering,
      { disputeId: id, upheld: input.upheld, answer: input.answer },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('promise', 'Case')
  agreePlan(@Ctx() ctx: RequestContext, @Args('input', { type: () => AgreePlanInput }) input: AgreePlanInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(
      ctx,
      clientId,
      this.planning,
      {
        caseId: id,
        instalments: input.instalments,
        firstDueOn: input.firstDueOn,
        ...(input.frequency && { frequency: input.frequency }),
        ...(input.rounding && { rounding: input.rounding }),
      },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('hold', 'Case')
  holdCase(@Ctx() ctx: RequestContext, @Args('input', { type: () => HoldCaseInput }) input: HoldCaseInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(
      ctx,
      clientId,
      this.holding,
      { caseId: id, reason: input.reason, until: input.until, expectedVersion: input.expectedVersion },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('resume', 'Case')
  resumeCase(@Ctx() ctx: RequestContext, @Args('input', { type: () => ResumeCaseInput }) input: ResumeCaseInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(ctx, clientId, this.resuming, { caseId: id, expectedVersion: input.expectedVersion }, input.idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('close', 'Case')
  closeCase(@Ctx() ctx: RequestContext, @Args('input', { type: () => CloseCaseInput }) input: CloseCaseInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(
      ctx,
      clientId,
      this.closing,
      { caseId: id, reason: input.reason, expectedVersion: input.expectedVersion },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('note', 'Case')
  addNote(@Ctx() ctx: RequestContext, @Args('input', { type: () => AddNoteInput }) input: AddNoteInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(ctx, clientId, this.addNoteCase, { caseId: id, text: input.text }, input.idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('work', 'Case')
  snoozeCase(@Ctx() ctx: RequestContext, @Args('input', { type: () => SnoozeCaseInput }) input: SnoozeCaseInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(
      ctx,
      clientId,
      this.snoozing,
      { caseId: id, until: input.until, reason: input.reason, code: input.code ?? null },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage, { description: 'Puts the case back where it was in the queue, while nothing else was done on it.' })
  @Allowed('work', 'Case')
  undoSnooze(@Ctx() ctx: RequestContext, @Args('input', { type: () => UndoSnoozeInput }) input: UndoSnoozeInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(ctx, clientId, this.unsnoozing, { caseId: id }, input.idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('record', 'Movement')
  recordTransfer(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => RecordTransferInput }) input: RecordTransferInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(
      ctx,
      clientId,
      this.receiving,
      { caseId: id, amount: input.amount, receivedOn: input.receivedOn, bankReference: input.bankReference, direct: input.direct ?? false },
      input.idempotencyKey,
    );
  }
}

/** Somebody at the debtor's; an id of another client is an id of nothing. */
function contactIn(clientId: string, contactId: string | null | undefined): string | null {
  if (contactId === null || contactId === undefined) return null;
  const contact = fromGlobalId('DebtorContact', contactId);
  if (contact.clientId !== clientId) throw new NotFound('DebtorContact');
  return contact.id;
}
