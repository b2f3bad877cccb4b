import { Temporal } from '@amiable/kernel';
import type { ContactStanding } from '@amiable/outreach';
import type { RequestContext } from '@amiable/platform';
import type { NextAction, Template } from './case.agency.types';

/** What the rules of the buttons look at; columns of the case page's row. */
export interface ActionFacts {
  readonly client_id: string;
  readonly id: string;
  readonly state: 'open' | 'on_hold' | 'closed';
  readonly hat: 'client_name' | 'agency';
  readonly open_minor: bigint;
  readonly sending_stopped: boolean;
  readonly channels: readonly string[];
  readonly first_letter_reference: string | null;
  readonly in_flight: object | null;
  readonly debtor: {
    readonly email: string | null;
    readonly address_line: string | null;
    readonly phone: string | null;
    readonly kind: string;
  };
  /** The debtor may exist twice and nobody has decided. */
  readonly has_twins: boolean;
  readonly disputes: ReadonlyArray<{ readonly state: string }>;
  readonly waiting_steps: ReadonlyArray<{ readonly channel: string }>;
  readonly next_step: object | null;
}

/** Each button of the case page: whether it may be used now, and the reason when not. The use cases decide again. */
export function nextActionsOf(
  ctx: RequestContext,
  facts: ActionFacts,
  {
    openPromise,
    activePlan,
    standing,
    today,
  }: { openPromise: boolean; activePlan: boolean; standing: ContactStanding; today: Temporal.PlainDate },
): NextAction[] {
  const closed = facts.state === 'closed' ? 'CASE_CLOSED' : null;
  const nothingOwed = facts.open_minor <= 0n ? 'NOTHING_OWED' : null;
  const { writeFrom, callFrom } = standing.budget;
  const tooOften = !standing.isAskedFor && Temporal.PlainDate.compare(callFrom, today) > 0;
  const factsOf: Record<string, Record<string, unknown>> = {
    WRITTEN_TOO_OFTEN: { from: writeFrom.toString() },
    CALL_TOO_OFTEN: { from: callFrom.toString() },
    CALL_OUT_OF_HOURS: { from: standing.policy.from, until: standing.policy.until, at: standing.callAllowedAt?.toString() },
  };
  const actions: Array<[action: string, ability: [string, string], reasons: Array<string | null>]> = [
    ['logCall', ['contact', 'Case'], [closed]], // also without a number: the debtor may have called us
    [
      'placeCall',
      ['contact', 'Case'],
      [
        closed,
        facts.debtor.phone ? null : 'NO_PHONE',
        tooOften ? 'CALL_TOO_OFTEN' : null,
        standing.isWithinHours ? null : 'CALL_OUT_OF_HOURS',
      ],
    ],
    [
      'sendMessage',
      ['contact', 'Case'],
      [
        closed,
        facts.sending_stopped ? 'SENDING_STOPPED' : null,
        facts.in_flight ? 'PAYMENT_IN_FLIGHT' : null,
        facts.debtor.email || facts.debtor.address_line ? null : 'NO_ADDRESS',
        Temporal.PlainDate.compare(writeFrom, today) > 0 ? 'WRITTEN_TOO_OFTEN' : null,
      ],
    ],
    ['recordPromise', ['promise', 'Case'], [closed, nothingOwed, openPromise ? 'PROMISE_ALREADY_OPEN' : null]],
    ['agreePlan', ['promise', 'Case'], [closed, nothingOwed, activePlan ? 'PLAN_ALREADY_ACTIVE' : null]],
    ['openDispute', ['dispute', 'Case'], [closed, nothingOwed]],
    ['closeDispute', ['answer', 'Dispute'], [facts.disputes.some((d) => d.state === 'open') ? null : 'NO_OPEN_DISPUTE']],
    ['addNote', ['note', 'Case'], []],
    ['correctDebtor', ['work', 'Case'], []],
    ['keepContact', ['work', 'Case'], []],
    ['reviewTwins', ['work', 'Case'], []],
    ['snoozeCase', ['work', 'Case'], [closed]],
    ['finishTask', ['work', 'Case'], [closed]],
    ['skipStep', ['hold', 'Case'], [closed, facts.next_step ? null : 'NO_STEP_TO_SKIP']],
    ['assignCase', ['assign', 'Case'], [closed]],
    ['holdCase', ['hold', 'Case'], [closed, facts.state === 'on_hold' ? 'CASE_ON_HOLD' : null]],
    ['resumeCase', ['resume', 'Case'], [facts.state === 'on_hold' ? null : 'CASE_NOT_ON_HOLD']],
    ['stopAsking', ['hold', 'Case'], [closed]],
    ['revokeLinks', ['contact', 'Case'], []],
    ['closeCase', ['close', 'Case'], [closed]],
    ['recordTransfer', ['record', 'Movement'], []],
  ];
  return actions
    .filter(
      ([action]) =>
        !(action === 'reviewTwins' && !facts.has_twins) &&
        !(action === 'finishTask' && !facts.waiting_steps.some(({ channel }) => channel === 'task')) &&
        !(action === 'keepContact' && facts.debtor.kind === 'person') &&
        !(action === 'resumeCase' && facts.state !== 'on_hold') &&
        !(action === 'closeDispute' && !facts.disputes.some((d) => d.state === 'open')),
    )
    .map(([action, [verb, what], reasons]) => {
      const reason = ctx.can(verb, what) ? (reasons.find((r) => r !== null) ?? null) : 'FORBIDDEN';
      return { action, allowed: reason === null, reason, facts: (reason && factsOf[reason]) || {} };
    });
}

const templateNames: Record<'fr' | 'en', Record<string, string>> = {
  fr: {
    free_message: 'Message libre',
    reminder_1: 'Première relance',
    reminder_2: 'Deuxième relance',
    promise_confirmation: 'Confirmation de promesse',
    plan_confirmation: 'Confirmation d’échéancier',
    formal_notice: 'Mise en demeure',
  },
  en: {
    free_message: 'Free message',
    reminder_1: 'First reminder',
    reminder_2: 'Second reminder',
    promise_confirmation: 'Promise confirmation',
    plan_confirmation: 'Plan confirmation',
    formal_notice: 'Formal notice',
  },
};

/** What a template is called. */
export function templateName(key: string, language: 'fr' | 'en'): string {
  return templateNames[language][key] ?? key;
}

/** The templates that may leave on this case: inside the mandate's channels, to an address we have. */
export function templatesOf(
  facts: ActionFacts & { promises?: ReadonlyArray<{ state: string }>; plan?: { state: string } | null },
  language: 'fr' | 'en',
): Template[] {
  const names = templateNames[language];
  const emails = [
    'free_message',
    'reminder_1',
    'reminder_2',
    ...(facts.promises?.some((p) => p.state === 'open') ? ['promise_confirmation'] : []),
    ...(facts.plan?.state === 'active' || facts.plan?.state === 'late' ? ['plan_confirmation'] : []),
  ];
  const letters = [
    ['reminder_1_letter', 'reminder_1'],
    ['reminder_2_letter', 'reminder_2'],
    ['formal_notice', 'formal_notice'],
  ] as const;
  return [
    ...(facts.debtor.email && facts.channels.includes('email')
      ? emails.map((key) => ({ key, name: names[key]!, channel: 'email' as const }))
      : []),
    ...(facts.debtor.address_line && facts.channels.includes('letter')
      ? letters.map(([key, words]) => ({ key, name: names[words]!, channel: 'letter' as const }))
      : []),
  ];
}
