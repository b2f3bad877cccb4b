import { readAnswers, readClaim } from '@amiable/faces';
import { FormTokens } from '@amiable/identity';
import { dayOf, newId, NotFound, Refusal, toDecimal } from '@amiable/kernel';
import { callSlots } from '@amiable/outreach';
import {
  Database,
  IdempotencyMismatch,
  proofKinds,
  readUpload,
  Throttle,
  toGlobalId,
  TooManyTries,
  type ContextRequest,
  type UploadedFile,
} from '@amiable/platform';
import {
  AnswerAlreadyOpen,
  farthestDaysOf,
  followUpOf,
  maskedPhone,
  mayTakeProof,
  oldestPaymentDays,
  wantedAmount,
  type AnswerKind,
} from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { AnswerForm, AnswerTopic } from '../../../../libs/web-kit/src/debtor-pages';
import { DebtorDocuments, idIn } from '../debtor-documents';
import { DebtorPageFrames } from '../debtor-page-frames';
import { DebtorSessions, type Form, type OpenCase } from '../debtor-sessions';
import { AnswerActs } from './answer-acts';
import { amountIn, answerTopics, dayIn, invoicesIn, nextWorkingDay, topicsWithFiles, valuesOf, type Values } from './answer-forms';

/** What a debtor may join: documents and pictures. */
const proofPolicy = { kinds: proofKinds, mostFiles: 3, largestFile: 8 * 1024 * 1024 };

/** Answers of one case in an hour; each may bring files. */
const answersLimit = { name: 'debtor-answers', hits: 40, seconds: 3_600 };

const kindOf: Record<AnswerTopic, AnswerKind> = {
  paid: 'already_paid',
  'payment-run': 'payment_run',
  promise: 'promise',
  dispute: 'dispute',
  'not-me': 'not_me',
  contact: 'contact_change',
  hardship: 'hardship',
  call: 'call_back',
  message: 'message',
  preferences: 'preferences',
};

interface Shown {
  readonly step?: 'form' | 'check';
  readonly key?: string;
  readonly error?: AnswerForm['error'];
}

/** The debtor's answers: a form, before a commitment the same to confirm, and a receipt that says what happens next. */
@Injectable()
export class AnswerPages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly documents: DebtorDocuments,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly acts: AnswerActs,
  ) {}

  async form(req: Request, res: Response, slug: string | undefined, topic: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    if (!isTopic(topic)) return this.missing(res, open);
    const values = valuesOf(topic, req.query);
    await this.show(res, open, topic, topic === 'preferences' ? await this.preferencesOf(open) : values, {});
  }

  async send(req: Request, res: Response, slug: string | undefined, topic: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    if (!isTopic(topic)) return this.missing(res, open);
    const { form, files, refusal } = await this.read(req, topic);
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, `${open.frame.base}/answers/${topic}`);
    const values = valuesOf(topic, form);
    const key = keyOf(form.key);
    try {
      await this.throttle.hit({ limit: answersLimit, key: open.caseId });
      if (refusal) throw refusal;
      if ((topic === 'promise' || topic === 'payment-run') && form.confirmed !== 'yes') {
        if (form.confirmed === undefined) await this.amountOf(open, values); // refused before it is asked to be confirmed
        return await this.show(res, open, topic, values, { step: form.confirmed === undefined ? 'check' : 'form', key });
      }
      const { clientId, caseId } = open;
      const answerId = await this.acts.give((req as ContextRequest).context, { clientId, caseId, topic, values, files, key });
      this.toReceipt(res, open, answerId);
    } catch (error) {
      if (error instanceof TooManyTries)
        return this.frames.send(res, { ...open.frame, kind: 'problem', status: 429, reference: null }, 429);
      if (error instanceof AnswerAlreadyOpen) return this.toReceipt(res, open, error.answerId);
      if (error instanceof IdempotencyMismatch) return res.redirect(303, `${open.frame.base}/claim#answers`);
      if (!(error instanceof Refusal)) throw error;
      await this.show(res, open, topic, values, { key: newId(), error: errorOf(error) }, error instanceof NotFound ? 404 : 422);
    }
  }

  async noted(req: Request, res: Response, slug: string | undefined, answerId: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (open) await this.receipt(req, res, open, answerId, null);
  }

  /** Proof that comes afterwards, for a contestation of many lines or a payment that was declared. */
  async prove(req: Request, res: Response, slug: string | undefined, answerId: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const id = idIn(open, 'Answer', answerId);
    const { fields, files, refusal } = await readUpload(req, proofPolicy);
    const back = `${open.frame.base}/answers/noted/${answerId}?from=${backOf(req.query.from) ?? ''}`;
    if (!id || !this.tokens.holds(req, fields._csrf)) return res.redirect(303, back);
    try {
      await this.throttle.hit({ limit: answersLimit, key: open.caseId });
      if (refusal) throw refusal;
      await this.acts.prove((req as ContextRequest).context, open, id, files);
      res.redirect(303, back);
    } catch (error) {
      if (error instanceof TooManyTries)
        return this.frames.send(res, { ...open.frame, kind: 'problem', status: 429, reference: null }, 429);
      if (!(error instanceof Refusal)) throw error;
      await this.receipt(req, res, open, answerId, errorOf(error), error instanceof NotFound ? 404 : 422);
    }
  }

  private async receipt(
    req: Request,
    res: Response,
    open: OpenCase,
    answerId: string,
    error: AnswerForm['error'],
    status = 200,
  ): Promise<void> {
    const id = idIn(open, 'Answer', answerId);
    const found =
      id &&
      (await this.database.inTenant(open.clientId, async (db) => ({
        answer: (await readAnswers(db, open.caseId, id))[0],
        ...(await readClaim(db, open.caseId)),
      })));
    if (!found || !found.answer) return this.missing(res, open);
    this.frames.send(
      res,
      {
        ...open.frame,
        path: `${open.frame.base}/answers/noted/${answerId}`,
        kind: 'answer_noted',
        csrf: open.csrf,
        claim: found.claim,
        answer: found.answer,
        takesFiles: mayTakeProof(found.answer),
        from: backOf(req.query.from),
        error,
      },
      status,
    );
  }

  /** A file the debtor joined, given back to himself alone, with no power of its own. */
  async file(req: Request, res: Response, slug: string | undefined, documentId: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (open) await this.documents.send(res, open, 'ownFile', documentId);
  }

  private async read(req: Request, topic: AnswerTopic): Promise<{ form: Form; files: readonly UploadedFile[]; refusal: Refusal | null }> {
    if (!topicsWithFiles.includes(topic) || !req.is('multipart/form-data'))
      return { form: (req.body ?? {}) as Form, files: [], refusal: null };
    const { fields, files, refusal } = await readUpload(req, proofPolicy);
    return { form: fields, files, refusal };
  }

  private async amountOf(open: OpenCase, values: Values): Promise<{ amount: string; currency: string }> {
    dayIn(values, 'dueOn');
    return this.database.inTenant(open.clientId, async (db) => {
      const { known } = await readClaim(db, open.caseId);
      const wish = { invoiceIds: invoicesIn(values, open.clientId), amount: amountIn(values, 'amount') };
      const { amountMinor } = await wantedAmount(db, known.theCase, wish);
      return { amount: toDecimal(amountMinor), currency: known.theCase.currency };
    });
  }

  private async show(res: Response, open: OpenCase, topic: AnswerTopic, values: Values, shown: Shown, status = 200): Promise<void> {
    const { claim, known } = await this.database.inTenant(open.clientId, (db) => readClaim(db, open.caseId));
    const now = this.database.clock.now();
    const today = dayOf(this.database.clock);
    const days = {
      paid: { first: today.subtract({ days: oldestPaymentDays }), last: today },
      promise: { first: today, last: today.add({ days: farthestDaysOf('promise', known.mandate) }) },
      'payment-run': { first: nextWorkingDay(today), last: today.add({ days: farthestDaysOf('payment_run', known.mandate) }) },
    }[topic as string];
    const answerBy = topic === 'dispute' ? today.add({ days: known.mandate.disputeAnswerDays }) : followUpOf(kindOf[topic], today);
    const isCheck = shown.step === 'check';
    this.frames.send(
      res,
      {
        ...open.frame,
        path: `${open.frame.base}/answers/${topic}`,
        kind: 'answer',
        csrf: open.csrf,
        claim,
        topic,
        step: shown.step ?? 'form',
        key: shown.key ?? newId(),
        values,
        error: shown.error ?? null,
        days: days ? { first: days.first.toString(), last: days.last.toString() } : null,
        answerBy: answerBy?.toString() ?? null,
        slots:
          topic === 'call'
            ? callSlots(known.debtor.kind, known.debtor, now).map(({ from, to }) => ({ from: from.toString(), to: to.toString() }))
            : [],
        knownPhone: topic === 'call' ? maskedPhone(known.debtor.phone) : null,
        amount: isCheck ? await this.amountOf(open, values) : null,
      },
      status,
    );
  }

  private async preferencesOf({ clientId, caseId }: OpenCase): Promise<Values> {
    const { known } = await this.database.inTenant(clientId, (db) => readClaim(db, caseId));
    const { language, refusesEmail, refusesCalls } = known.debtor;
    return { language: [language], ways: [...(refusesEmail ? [] : ['email']), ...(refusesCalls ? [] : ['calls'])] };
  }

  private toReceipt(res: Response, open: OpenCase, answerId: string): void {
    res.redirect(303, `${open.frame.base}/answers/noted/${toGlobalId('Answer', open.clientId, answerId)}`);
  }

  private missing(res: Response, open: OpenCase): void {
    this.frames.send(res, { ...open.frame, kind: 'problem', status: 404, reference: null }, 404);
  }
}

/** The page a receipt leads back to. */
const backOf = (from: unknown) => (from === 'invoices' || from === 'ledger' ? from : null);

const isTopic = (topic: string): topic is AnswerTopic => (answerTopics as readonly string[]).includes(topic);

/** The key of a form as we gave it out; a form without one is a form of its own. */
function keyOf(given: unknown): string {
  return typeof given === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given) ? given : newId();
}

/** Refusals of rules that know no form name the field their words belong to here. */
const fieldOfCode: Record<string, string> = {
  NOT_AN_AMOUNT: 'amount',
  PROMISE_TOO_LARGE: 'amount',
  NOTHING_OWED: 'invoiceIds',
  DISPUTE_ALREADY_OPEN: 'invoiceIds',
};

function errorOf({ code, facts, field }: Refusal): NonNullable<AnswerForm['error']> {
  const texts = Object.entries(facts).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return {
    code,
    facts: Object.fromEntries(texts.map(([name, value]) => [name, String(value)])),
    field: field === 'invoiceId' ? 'invoiceIds' : (field ?? fieldOfCode[code] ?? null),
  };
}
