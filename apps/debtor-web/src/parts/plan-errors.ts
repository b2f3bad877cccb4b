import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import type { Words } from '../i18n/words';

type GivenError = NonNullable<Extract<DebtorPage, { kind: 'plan' }>['error']>;

export interface PlanError {
  readonly summary: string; // what happened, that no money moved, what to do now
  readonly field: 'amount' | 'firstOn' | 'reason' | 'agree' | 'days' | null;
}

/** The words for a refusal of the server; a code without words of its own still says that no money moved. */
export function planErrorOf({ code }: GivenError, { t }: Words): PlanError {
  switch (code) {
    case 'NOT_AN_AMOUNT':
      return { summary: t('planError.notAnAmount'), field: 'amount' };
    case 'NOT_A_DAY':
      return { summary: t('planError.notADay'), field: 'firstOn' };
    case 'DAY_IN_PAST':
      return { summary: t('planError.dayInPast'), field: 'firstOn' };
    case 'PLAN_START_OUT_OF_RANGE':
      return { summary: t('planError.tooFar'), field: 'firstOn' };
    case 'PLAN_ASKED_TOO_LONG':
      return { summary: t('planError.tooLong'), field: 'amount' };
    case 'TEXT_MISSING':
      return { summary: t('planError.reason'), field: 'reason' };
    case 'NOT_AGREED':
      return { summary: t('planError.agree'), field: 'agree' };
    case 'BALANCE_CHANGED':
    case 'PLAN_TEXT_CHANGED':
      return { summary: t('planError.changed'), field: null };
    case 'PLAN_EXPIRED':
      return { summary: t('planError.expired'), field: null };
    case 'PLAN_GONE':
    case 'NO_PLAN_CHOSEN':
    case 'PLAN_ALREADY_ACTIVE':
      return { summary: t('planError.gone'), field: null };
    case 'PLAN_MOVE_TOO_FAR':
      return { summary: t('planError.move'), field: 'days' };
    case 'PLAN_CHANGE_NOT_ALLOWED':
      return { summary: t('planError.change'), field: null };
    case 'PAYMENT_IN_FLIGHT':
      return { summary: t('planError.inFlight'), field: null };
    case 'NOTHING_OWED':
      return { summary: t('planError.nothingOwed'), field: null };
    case 'PROVIDER_UNAVAILABLE':
      return { summary: t('planError.provider'), field: null };
    case 'SETUP_FAILED':
      return { summary: t('planError.setup'), field: null };
    default:
      return { summary: t('planError.other'), field: null };
  }
}
