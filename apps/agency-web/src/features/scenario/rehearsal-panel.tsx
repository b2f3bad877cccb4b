import { Button, Card, ErrorNote, Progress, RadioGroup, Select } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { RehearsalReport } from './rehearsal-report';
import type { Rehearsal } from './use-strategy';

const lengths = [7, 14, 30, 60, 90];

/** Répétition générale: the change tried on the real portfolio, on copies, beside what would happen without it. */
export function RehearsalPanel({
  disabledReason,
  choice,
  ask,
}: {
  disabledReason: string | null;
  /** What becomes of cases that are under way. */
  choice: { legend: string; yes: string; no: string };
  ask: (moves: boolean, days: number) => Promise<Rehearsal>;
}) {
  const t = useT();
  const [days, setDays] = useState('30');
  const [moves, setMoves] = useState('yes');
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const run = async () => {
    setRunning(true);
    setError(null);
    try {
      setRehearsal(await ask(moves === 'yes', Number(days)));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Card title={t('rehearsal.title')}>
      <p className="soft">{t('rehearsal.lead')}</p>
      <div className="cluster rehearsal-choices">
        <Select
          label={t('rehearsal.days')}
          value={days}
          onChange={(event) => setDays(event.target.value)}
          options={lengths.map((length) => ({ value: String(length), label: t('rehearsal.nDays', { count: length }) }))}
        />
        <RadioGroup
          inline
          legend={choice.legend}
          name="rehearsal-moves"
          value={moves}
          onChange={setMoves}
          options={[
            { value: 'yes', label: choice.yes },
            { value: 'no', label: choice.no },
          ]}
        />
        <Button icon="resume" busy={isRunning} disabledReason={disabledReason} onClick={() => void run()}>
          {t('rehearsal.run')}
        </Button>
      </div>
      {isRunning && <Progress label={t('rehearsal.running', { count: Number(days) })} />}
      <ErrorNote error={error} />
      {rehearsal && !isRunning && <RehearsalReport rehearsal={rehearsal} />}
    </Card>
  );
}
