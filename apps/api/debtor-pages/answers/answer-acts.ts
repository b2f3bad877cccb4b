import { NotFound } from '@amiable/kernel';
import { Performer, type RequestContext, type UploadedFile } from '@amiable/platform';
import {
  AskForCall,
  AskForCare,
  ClaimPaid,
  ContestInvoices,
  JoinedFile,
  AddProof,
  PromiseToPay,
  preferredLanguages,
  ProposeContact,
  SayNotMe,
  SetPreferences,
  WriteToUs,
} from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import type { AnswerTopic } from '../../../../libs/web-kit/src/debtor-pages';
import { amountIn, choiceIn, dayIn, invoicesIn, meansIn, oneOf, reasonIn, type Values } from './answer-forms';

/** What was sent by one form, and for which case. */
export interface SentAnswer {
  readonly clientId: string;
  readonly caseId: string;
  readonly topic: AnswerTopic;
  readonly values: Values;
  readonly files: readonly UploadedFile[];
  readonly key: string;
}

/** From the typed form to the use case of its topic; the form's own key makes two clicks one answer. */
@Injectable()
export class AnswerActs {
  constructor(
    private readonly performer: Performer,
    private readonly claiming: ClaimPaid,
    private readonly promising: PromiseToPay,
    private readonly contesting: ContestInvoices,
    private readonly notMe: SayNotMe,
    private readonly contact: ProposeContact,
    private readonly care: AskForCare,
    private readonly call: AskForCall,
    private readonly writing: WriteToUs,
    private readonly preferring: SetPreferences,
    private readonly proving: AddProof,
  ) {}

  /** Files to an answer that was given before. */
  async prove(
    ctx: RequestContext,
    { clientId }: { readonly clientId: string },
    answerId: string,
    files: readonly UploadedFile[],
  ): Promise<void> {
    await this.performer.perform(ctx, clientId, this.proving, { answerId, files: files.map(joinedFile) });
  }

  async give(ctx: RequestContext, sent: SentAnswer): Promise<string> {
    const { answerId } = await this.perform(ctx, sent);
    return answerId;
  }

  private perform(ctx: RequestContext, { clientId, caseId, topic, values, files, key }: SentAnswer): Promise<{ answerId: string }> {
    const idempotencyKey = `answer:${key}`;
    const note = oneOf(values, 'note') || null;
    const joined = files.map(joinedFile);
    const invoiceIds = invoicesIn(values, clientId);
    const amount = amountIn(values, 'amount');
    switch (topic) {
      case 'paid':
        return this.performer.perform(
          ctx,
          clientId,
          this.claiming,
          {
            caseId,
            paidOn: dayIn(values, 'paidOn'),
            means: meansIn(values),
            amount,
            reference: oneOf(values, 'reference') || null,
            invoiceIds,
            note,
            files: joined,
          },
          idempotencyKey,
        );
      case 'promise':
      case 'payment-run': {
        const source = topic === 'promise' ? 'promise' : 'payment_run';
        const input = { caseId, source, dueOn: dayIn(values, 'dueOn'), invoiceIds, amount } as const;
        return this.performer.perform(ctx, clientId, this.promising, input, idempotencyKey);
      }
      case 'dispute': {
        const rightAmount = amountIn(values, 'rightAmount');
        const input = { caseId, reason: reasonIn(values), invoiceIds, amount, rightAmount, note, files: joined };
        return this.performer.perform(ctx, clientId, this.contesting, input, idempotencyKey);
      }
      case 'not-me': {
        const why = choiceIn(values, 'why', ['other_person', 'identity_theft'] as const);
        return this.performer.perform(ctx, clientId, this.notMe, { caseId, why, note }, idempotencyKey);
      }
      case 'contact': {
        const [email, phone, addressLine, postcode, city] = ['email', 'phone', 'addressLine', 'postcode', 'city'].map((name) =>
          oneOf(values, name),
        ) as [string, string, string, string, string];
        const input = { caseId, email, phone, addressLine, postcode, city, note };
        return this.performer.perform(ctx, clientId, this.contact, input, idempotencyKey);
      }
      case 'hardship': {
        const wishes = values.wishes ?? [];
        const input = { caseId, pause: wishes.includes('pause'), overindebted: wishes.includes('overindebted'), note };
        return this.performer.perform(ctx, clientId, this.care, input, idempotencyKey);
      }
      case 'call': {
        const input = { caseId, slot: oneOf(values, 'slot'), phone: oneOf(values, 'phone'), note };
        return this.performer.perform(ctx, clientId, this.call, input, idempotencyKey);
      }
      case 'message':
        return this.performer.perform(ctx, clientId, this.writing, { caseId, note: note ?? '', files: joined }, idempotencyKey);
      case 'preferences': {
        const ways = values.ways ?? [];
        const language = choiceIn(values, 'language', preferredLanguages);
        const input = { caseId, language, email: ways.includes('email'), calls: ways.includes('calls') };
        return this.performer.perform(ctx, clientId, this.preferring, input, idempotencyKey);
      }
      default:
        throw new NotFound('Answer');
    }
  }
}

const joinedFile = ({ filename, contentType, bytes }: UploadedFile) => new JoinedFile(filename, contentType, bytes);
