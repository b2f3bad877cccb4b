import { FormDialog, RadioGroup, request, useToast } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { ActivateDraftDocument } from './scenario.documents';
import type { Scenario, Strategy } from './use-strategy';

/** Mise en service: from now on this version is worked; what becomes of the cases under way is said first. */
export function ActivateDraftDialog({
  draft,
  strategy,
  onDone,
  onClose,
}: {
  draft: Scenario;
  strategy: Strategy;
  onDone: (strategy: Strategy) => void;
  onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const [moves, setMoves] = useState('yes');
  const former = strategy.scenarios.find(({ lineId, state }) => lineId === draft.lineId && state === 'ACTIVE');
  const segments = strategy.segments.filter(({ lineId }) => lineId === draft.lineId);
  return (
    <FormDialog
      title={t('scenario.activateTitle', { name: draft.name, version: draft.version })}
      submit={t('scenario.activate')}
      onClose={onClose}
      onSubmit={async (_, idempotencyKey) => {
        const input = { scenarioId: draft.id, revision: draft.revision, moveCases: moves === 'yes', idempotencyKey };
        const { activateDraft } = await request(ActivateDraftDocument, { input });
        toast({ text: activateDraft.moved > 0 ? t('scenario.activatedMoved', { count: activateDraft.moved }) : t('scenario.activated') });
        onDone(activateDraft.strategy);
      }}
    >
      <p>
        {segments.length > 0
          ? t('scenario.activateSegments', { segments: segments.map(({ name }) => name).join(', ') })
          : strategy.segments.length === 0
            ? t('scenario.activateFirst')
            : t('scenario.activateUnused')}
      </p>
      {former && former.underWay > 0 && (
        <RadioGroup
          legend={t('scenario.underWayChoice', { count: former.underWay })}
          name="moves"
          value={moves}
          onChange={setMoves}
          options={[
            { value: 'yes', label: t('scenario.moveOn'), hint: t('scenario.moveOnHint') },
            { value: 'no', label: t('scenario.endOld'), hint: t('scenario.endOldHint') },
          ]}
        />
      )}
    </FormDialog>
  );
}
