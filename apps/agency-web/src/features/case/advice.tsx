import { Button, today, useFormat } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { Act, CaseAct } from './case-acts';
import { adviceOf, type Advice } from './next-best-action.rules';
import type { CaseStory } from './use-case';

/** What is worth doing now, with its reason; when it may not be done, why not. */
export function AdviceLine({ theCase, acts, onAct }: { theCase: CaseStory; acts: readonly Act[]; onAct: (act: CaseAct) => void }) {
  const t = useT();
  const format = useFormat();
  const advice = adviceOf(theCase, today());
  if (!advice) return null;
  const waits = theCase.waitingSteps[0]?.name ?? '';
  const on = advice.on ? format.day(advice.on) : '';
  const why: Record<Advice['reason'], string> = {
    ANSWER_WAITS: t('advice.answerWaits'),
    PLAN_WAITS: t('advice.planWaits'),
    DISPUTE_OVERDUE: t('advice.disputeOverdue', { on }),
    PROMISE_BROKEN: t('advice.promiseBroken', { on }),
    PLAN_LATE: t('advice.planLate'),
    CALL_DUE: t('advice.callDue', { on }),
    TASK_DUE: t('advice.taskDue', { name: waits, on }),
    STEP_BY_HAND: t('advice.stepByHand', { name: waits, on }),
    CONFIRMATION_WAITS: t('advice.confirmationWaits', { name: waits, on }),
    NO_WAY_TO_REACH: t('advice.noWayToReach'),
    NEVER_SPOKEN: t('advice.neverSpoken'),
    PROMISE_RUNS: t('advice.promiseRuns', { on }),
    PLAN_RUNS: t('advice.planRuns'),
    ALL_DISPUTED: t('advice.allDisputed'),
    SCENARIO_GOES_ON: t('advice.scenarioGoesOn'),
  };
  const act = acts.find(({ name }) => name === advice.act);
  return (
    <>
      <p className="advice">{why[advice.reason]}</p>
      {act && (
        <Button
          kind="primary"
          icon={act.icon}
          {...(act.keys ? { shortcut: act.keys.toUpperCase() } : {})}
          disabledReason={act.refusal}
          onClick={() => onAct(act.name)}
        >
          {act.label}
        </Button>
      )}
    </>
  );
}
