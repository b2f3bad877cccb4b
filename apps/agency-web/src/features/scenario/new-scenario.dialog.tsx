import { FormDialog, Input, request, Select } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { DraftScenarioDocument } from './scenario.documents';
import { linesOf, type Strategy } from './use-strategy';

/** A scenario of its own, from the standard steps or those of another. */
export function NewScenarioDialog({
  strategy,
  keep,
  onClose,
  onDrafted,
}: {
  strategy: Strategy;
  keep: (strategy: Strategy) => void;
  onClose: () => void;
  onDrafted: (scenarioId: string) => void;
}) {
  const t = useT();
  return (
    <FormDialog
      title={t('scenario.new')}
      submit={t('scenario.draw')}
      onClose={onClose}
      onSubmit={async ({ name, from }, idempotencyKey) => {
        const input = { clientId: strategy.clientId, scenarioId: from || null, name: name ?? '', idempotencyKey };
        const { draftScenario } = await request(DraftScenarioDocument, { input });
        keep(draftScenario.strategy);
        onDrafted(draftScenario.scenarioId);
      }}
    >
      <Input label={t('scenario.name')} name="name" required maxLength={80} data-autofocus="" />
      <Select
        label={t('scenario.copyOf')}
        name="from"
        options={[
          { value: '', label: t('scenario.standardSteps') },
          ...linesOf(strategy).map(({ shown }) => ({ value: shown.id, label: shown.name })),
        ]}
      />
    </FormDialog>
  );
}
