import { Badge, Button, Card, Empty, Note, Table, useFormat, useLabels, type Tone } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { EndExperimentDialog, StartExperimentDialog } from './experiment.dialog';
import type { Experiment, Strategy } from './use-strategy';

const tones: Record<string, Tone> = { BETTER: 'ok', WORSE: 'danger', NO_DIFFERENCE_SEEN: 'neutral', TOO_EARLY: 'neutral' };

/** Essais: what the champion, the challenger and the hold-out came to, with what may be said of it. */
export function ExperimentsCard({
  strategy,
  keep,
  maySteer,
}: {
  strategy: Strategy;
  keep: (strategy: Strategy) => void;
  maySteer: boolean;
}) {
  const t = useT();
  const [starting, setStarting] = useState(false);
  const [ending, setEnding] = useState<Experiment | null>(null);
  const hasActive = strategy.scenarios.some(({ state }) => state === 'ACTIVE');
  return (
    <Card
      title={t('trial.title')}
      actions={
        maySteer &&
        hasActive && (
          <Button icon="plus" onClick={() => setStarting(true)}>
            {t('trial.start')}
          </Button>
        )
      }
    >
      {strategy.experiments.length === 0 && (
        <Empty title={t('trial.none')}>
          <p>{t('trial.noneText')}</p>
        </Empty>
      )}
      {strategy.experiments.map((experiment) => (
        <OneExperiment
          key={experiment.id}
          experiment={experiment}
          onEnd={maySteer && experiment.endedOn === null ? () => setEnding(experiment) : null}
        />
      ))}
      {starting && <StartExperimentDialog strategy={strategy} keep={keep} onClose={() => setStarting(false)} />}
      {ending && <EndExperimentDialog experiment={ending} keep={keep} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function OneExperiment({ experiment, onEnd }: { experiment: Experiment; onEnd: (() => void) | null }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { name, championName, challengerName, challengerPercent, holdoutPercent, horizonDays, startedOn, endedOn, arms } = experiment;
  const points = (value: number) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${format.percent(Math.abs(value).toFixed(1)).replace(/\s?%/, '')}`;
  const names = { CHAMPION: championName, CHALLENGER: challengerName, HOLDOUT: null };
  const champion = 100 - challengerPercent - holdoutPercent;
  const shares = { CHAMPION: champion, CHALLENGER: challengerPercent, HOLDOUT: holdoutPercent };
  return (
    <section className="stack">
      <h3 className="cluster">
        {name}
        <Badge tone={endedOn ? 'neutral' : 'info'}>
          {endedOn ? t('trial.ended', { on: format.day(endedOn) }) : t('trial.running', { on: format.day(startedOn) })}
        </Badge>
        {onEnd && <Button onClick={onEnd}>{t('trial.end')}</Button>}
      </h3>
      <p className="soft">{t('trial.measure', { days: horizonDays })}</p>
      {arms.some(({ verdict }) => verdict === 'TOO_EARLY') && <Note>{t('trial.tooEarly', { count: experiment.fewestObserved })}</Note>}
      <Table
        caption={name}
        rows={arms}
        rowKey={({ arm }) => arm}
        columns={[
          {
            id: 'arm',
            label: t('trial.arm'),
            lead: true,
            cell: ({ arm }) => (
              <span className="two-lines">
                <strong>{label('ExperimentArm', arm)}</strong>
                <small className="soft">{[names[arm], `${shares[arm]} %`].filter(Boolean).join(' · ')}</small>
              </span>
            ),
          },
          { id: 'cases', label: t('trial.drawn'), numeric: true, cell: ({ cases }) => format.count(cases) },
          { id: 'observed', label: t('trial.observed'), numeric: true, cell: ({ observed }) => format.count(observed) },
          {
            id: 'rate',
            label: t('trial.paid'),
            numeric: true,
            cell: ({ rate }) => (rate === null ? '–' : format.percent(rate.toFixed(1))),
          },
          {
            id: 'difference',
            label: t('trial.difference'),
            numeric: true,
            cell: ({ difference, low, high }) =>
              difference === null || low === null || high === null ? (
                '–'
              ) : (
                <span className="two-lines">
                  <span>{t('trial.points', { points: points(difference) })}</span>
                  <small className="soft">{t('trial.interval', { low: points(low), high: points(high) })}</small>
                </span>
              ),
          },
          {
            id: 'verdict',
            label: t('trial.verdict'),
            cell: ({ verdict }) => verdict && <Badge tone={tones[verdict]!}>{label('ExperimentVerdict', verdict)}</Badge>,
          },
        ]}
      />
    </section>
  );
}
