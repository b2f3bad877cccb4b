import { endlessHolds } from '@amiable/cases';
import { createDebtorLink, isDebtorLanguage } from '@amiable/identity';
import { messageToken, toDate, toDecimal } from '@amiable/kernel';
import {
  dayText,
  gatherFacts,
  languageOfDebtor,
  loadMessageCase,
  messageIdOf,
  moneyText,
  reasonNotToLeave,
  renderMessage,
  senderOf,
  themeOf,
  type MessageCase,
  type MessageLanguage,
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
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { textOfPlan } from './accept-plan';
import { agreementText, asksForMoney, meansText, planWords, type PlanMessageKind, type PlanMessageWords } from './plan-message-texts';
import { Plan } from './plan.entity';
import { instalmentsOf, planStanding } from './plan.queries';
import { isRunning } from './plan.states';

interface PlanMessageWork {
  readonly planId: string;
  readonly kind: PlanMessageKind;
  readonly number?: number;
  readonly day?: string;
  readonly payBy?: string;
}

/** Everything that is written to a debtor about his plan, once each: archived byte for byte and mailed while the case is held. */
@Injectable()
export class SendPlanMessages implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly printer: PdfPrinter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.outbox.on('plan.message', (works) => this.sendAll(works), 8);
  }

  private async sendAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const work of works)
      await this.send(work.clientId, work.payload as unknown as PlanMessageWork).catch((error: Error) => failures.set(work.id, error));
    return failures;
  }

  /** Sends one message, unless it left before, nobody can be reached by e-mail, or what happened since makes it wrong. */
  async send(clientId: string, work: PlanMessageWork): Promise<void> {
    await this.database.inTenant(clientId, async (db) => {
      const plan = await db.find(Plan, work.planId);
      const known = await loadMessageCase(db, plan.caseId, true);
      const filename = `plan-${createHash('sha256').update(JSON.stringify(work)).digest('hex').slice(0, 32)}.eml`;
      const left = await db.row(`select 1 from documents where client_id = $1 and case_id = $2 and kind = 'email' and filename = $3`, [
        clientId,
        plan.caseId,
        filename,
      ]);
      if (left || !(await this.mayLeave(db, known, plan, work.kind))) return;
      // Under the agency's name nothing leaves before the first letter (R124-4 CPCE).
      if (known.theCase.hat === 'agency' && !known.theCase.firstLetterReference) return;
      await this.mail(db, known, plan, work, filename);
    });
  }

  /** Still true, still allowed? A plan that has moved on since makes its older messages wrong. */
  private async mayLeave(db: TenantDb, { theCase, debtor, client }: MessageCase, plan: Plan, kind: PlanMessageKind): Promise<boolean> {
    const current = await db.find(Plan, plan.id); // read again under the lock of its case
    const fits = {
      proposed: current.state === 'proposed',
      refused: current.state === 'refused',
      accepted: current.acceptedAt !== null,
      changed: isRunning(current.state),
      ahead: isRunning(current.state),
      failed: isRunning(current.state),
      late: current.state === 'late',
      broken: current.state === 'broken',
    }[kind];
    const facts = await db.row<{ in_flight: boolean; disputed: bigint }>(
      `select exists (select from payments p where p.client_id = $1 and p.case_id = $2 and p.state in ('started', 'processing') and (p.state = 'processing' or p.expires_at > $3)) as in_flight,
         coalesce((select sum(amount_minor) from disputes d where d.client_id = $1 and d.case_id = $2 and d.state = 'open'), 0)::bigint as disputed`,
      [db.clientId, theCase.id, toDate(db.clock.now())],
    );
    return (
      fits &&
      reasonNotToLeave({
        caseState: theCase.state,
        askingStopped: theCase.state === 'on_hold' && endlessHolds.includes(theCase.holdKind ?? 'staff'),
        holdKind: theCase.holdKind,
        channel: 'email',
        refusesEmail: debtor.refusesEmail,
        inCare: false, // care keeps to e-mail
        promiseOpen: false, // a plan takes the place of a promise
        openMinor: theCase.openMinor,
        disputedMinor: facts!.disputed,
        sendingStopped: client.sendingStoppedAt !== null,
        paymentInFlight: facts!.in_flight,
        recipient: debtor.email,
        byHand: false,
        asksForMoney: asksForMoney.includes(kind),
        tooOften: false, // an instalment that was agreed is announced whatever else was written
      }) === null
    );
  }

  private async mail(db: TenantDb, known: MessageCase, plan: Plan, work: PlanMessageWork, filename: string): Promise<void> {
    const language = languageOfDebtor(known);
    const { theCase, brand, debtor } = known;
    const key = `${plan.id}-${work.kind}${work.number ?? ''}${work.day ?? ''}`;
    const token = await createDebtorLink(db, {
      caseId: theCase.id,
      brandId: brand.id,
      channel: 'email',
      token: messageToken(this.settings.AMIABLE_SECRET, `plan ${key}`),
    });
    const instalments = await instalmentsOf(db, plan);
    const money = (minor: bigint) => ({ amount: toDecimal(minor), currency: plan.currency });
    const reference = `P-${createHash('sha256').update(key).digest('hex').slice(0, 10).toUpperCase()}`;
    const gathered = await gatherFacts(
      db,
      known,
      { reference, linkToken: token, note: work.kind === 'proposed' || work.kind === 'refused' ? plan.answer : null },
      this.settings,
    );
    const facts = {
      ...gathered,
      plan: {
        total: money(plan.totalMinor),
        instalments: instalments.map((i) => ({ on: i.dueOn.toString(), amount: money(i.amountMinor) })),
      },
    };
    const text = planWords[language].messages[work.kind](await this.wordsOf(db, plan, work, language));
    const theme = themeOf(known);
    const common = { template: 'free_message', language, theme } as const;
    const { subject, html, text: plain } = renderMessage({ ...common, channel: 'email', facts, text });
    const attachments = work.kind === 'accepted' ? [await this.agreement(db, known, plan, facts, language)] : [];
    const { from, replyTo } = senderOf(known);
    const to = debtor.email!;
    const raw = await buildMail({
      messageId: messageIdOf(`plan-${key}`, from),
      from,
      replyTo,
      to,
      subject,
      html,
      text: plain,
      date: toDate(db.clock.now()),
      language,
      attachments,
    });
    const documentId = await archive(db, { kind: 'email', filename, contentType: 'message/rfc822', bytes: raw, caseId: theCase.id });
    await tell(db, RequestContext.system(), {
      caseId: theCase.id,
      kind: 'email.sent',
      facts: { documentId, template: `plan_${work.kind}`, subject, reference },
    });
    await this.mailer.send(raw, { from: from.address, to });
  }

  private async wordsOf(db: TenantDb, plan: Plan, work: PlanMessageWork, language: MessageLanguage): Promise<PlanMessageWords> {
    const standing = await planStanding(db, plan);
    const means = plan.meansId
      ? ((await db.row<{ kind: string; brand: string | null; last4: string | null }>(
          `select kind, brand, last4 from payment_means where client_id = $1 and id = $2`,
          [db.clientId, plan.meansId],
        )) ?? null)
      : null;
    const late = standing.filter((i) => i.state === 'late');
    const one = work.number ? standing[work.number - 1] : undefined;
    const open = standing.reduce((sum, i) => sum + i.amountMinor - i.coveredMinor, 0n);
    const minor =
      work.kind === 'broken'
        ? open
        : work.kind === 'late'
          ? late.reduce((sum, i) => sum + i.amountMinor - i.coveredMinor, 0n)
          : one
            ? one.amountMinor - one.coveredMinor
            : open;
    const day = work.day ?? one?.dueOn.toString() ?? late[0]?.dueOn.toString() ?? standing[0]!.dueOn.toString();
    return {
      amount: moneyText({ amount: toDecimal(minor), currency: plan.currency }, language),
      day: dayText(day, language),
      payBy: work.payBy ? dayText(work.payBy, language) : '',
      means: meansText(means, language),
    };
  }

  /** The agreement as a printed sheet: the same lines that were shown and archived at the moment of acceptance. */
  private async agreement(
    db: TenantDb,
    known: MessageCase,
    plan: Plan,
    facts: Parameters<typeof renderMessage>[0]['facts'],
    shown: MessageLanguage,
  ) {
    const language = isDebtorLanguage(plan.acceptedLanguage) ? plan.acceptedLanguage : shown;
    const lines = await textOfPlan(db, plan, await instalmentsOf(db, plan), language);
    const at = plan.acceptedAt!.toZonedDateTimeISO('Europe/Paris');
    const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
    const day = dayText(at.toPlainDate().toString(), language);
    const letter = renderMessage({
      template: 'free_message',
      channel: 'letter',
      language,
      theme: themeOf(known),
      facts: { ...facts, note: lines.join('\n') },
      text: agreementText(day, time, language),
    });
    const filename = `echeancier-${known.theCase.reference}-v${plan.version}.pdf`;
    const content = await this.printer.print(letter.html, db.clientId);
    await archive(db, { kind: 'plan', filename, contentType: 'application/pdf', bytes: content, caseId: known.theCase.id });
    return { filename, contentType: 'application/pdf', content };
  }
}
