import { FormDialog, Input, request, Select, useToast } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { EndExperimentDocument, StartExperimentDocument } from './scenario.documents';
import type { Experiment, Strategy } from './use-strategy';

/** New cases are drawn by lot from now on. */
export function StartExperimentDialog({
  strategy,
  keep,
  onClose,
}: {
  strategy: Strategy;
  keep: (strategy: Strategy) => void;
  onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const active = strategy.scenarios.filter(({ state }) => state === 'ACTIVE').map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      title={t('trial.start')}
      submit={t('trial.start')}
      onClose={onClose}
      onSubmit={async ({ name, champion, challenger, challengerPercent, holdoutPercent, horizonDays }, idempotencyKey) => {
        const input = {
          name: name ?? '',
          scenarioId: champion!,
          challengerId: challenger || null,
          challengerPercent: challenger ? Number(challengerPercent) : 0,
          holdoutPercent: Number(holdoutPercent),
          horizonDays: Number(horizonDays),
          idempotencyKey,
        };
        keep((await request(StartExperimentDocument, { input })).startExperiment);
        toast({ text: t('trial.started') });
      }}
    >
      <p className="soft">{t('trial.startLead')}</p>
      <Input label={t('trial.name')} name="name" required maxLength={80} data-autofocus="" />
      <Select label={t('trial.champion')} name="champion" options={active} />
      <Select
        label={t('trial.challenger')}
        name="challenger"
        options={[{ value: '', label: t('trial.holdoutOnly') }, ...active]}
        defaultValue={active[1]?.value ?? ''}
      />
      <Input label={t('trial.challengerShare')} name="challengerPercent" type="number" min={0} max={90} defaultValue={50} />
      <Input
        label={t('trial.holdoutShare')}
        hint={t('trial.holdoutHint')}
        name="holdoutPercent"
        type="number"
        min={0}
        max={50}
        defaultValue={active.length > 1 ? 0 : 10}
      />
      <Input
        label={t('trial.horizon')}
        hint={t('trial.horizonHint')}
        name="horizonDays"
        type="number"
        min={7}
        max={180}
        defaultValue={30}
      />
    </FormDialog>
  );
}

/** Nobody is drawn any more; who was held out begins his scenario. */
export function EndExperimentDialog({
  experiment,
  keep,
  onClose,
}: {
  experiment: Experiment;
  keep: (strategy: Strategy) => void;
  onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  return (
    <FormDialog
      title={t('trial.endOf', { name: experiment.name })}
      submit={t('trial.end')}
      onClose={onClose}
      onSubmit={async (_, idempotencyKey) => {
        keep((await request(EndExperimentDocument, { input: { experimentId: experiment.id, idempotencyKey } })).endExperiment);
        toast({ text: t('trial.endDone') });
      }}
    >
      <p>{t('trial.endText')}</p>
    </FormDialog>
  );
}
