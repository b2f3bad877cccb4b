import { useFormat } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { Collector } from './team.page';

/** How far a goal is met, and what it asks of each working day that is left. */
export function GoalProgress({ collector: { name, goal, figures } }: { collector: Collector }) {
  const t = useT();
  const format = useFormat();
  if (!goal) return null;
  const collected = figures.collected.find(({ currency }) => currency === goal.collected?.currency)?.amount ?? '0';
  return (
    <>
      {goal.collected && (
        <Progress
          label={t('team.collectedOf', { name })}
          done={Number(collected)}
          goal={Number(goal.collected.amount)}
          words={t('team.ofGoal', { goal: format.money(goal.collected, { whole: true }) })}
          pace={goal.collectedPerDay && t('team.perDay', { pace: format.money(goal.collectedPerDay, { whole: true }) })}
        />
      )}
      {typeof goal.calls === 'number' && (
        <Progress
          label={t('team.callsOf', { name })}
          done={figures.calls}
          goal={goal.calls}
          words={t('team.ofCalls', { count: goal.calls })}
          pace={typeof goal.callsPerDay === 'number' ? t('team.perDay', { pace: format.count(goal.callsPerDay) }) : null}
        />
      )}
    </>
  );
}

interface ProgressProps {
  label: string;
  done: number;
  goal: number;
  words: string;
  pace: string | null | undefined;
}

function Progress({ label, done, goal, words, pace }: ProgressProps) {
  const t = useT();
  const format = useFormat();
  const percent = Math.max(0, Math.floor((done * 100) / goal));
  return (
    <span className="goal-line" data-met={percent >= 100 || undefined}>
      <progress aria-label={label} max={100} value={Math.min(percent, 100)} />
      <small>
        {format.percent(String(percent))} {words}
        {percent >= 100 ? ` · ${t('team.goalMet')}` : pace && ` · ${pace}`}
      </small>
    </span>
  );
}
