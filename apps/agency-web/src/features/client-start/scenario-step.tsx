import { RadioGroup, request, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { ActivateScenarioDocument } from '../../client-page.documents';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';
import { StepForm } from '../../step-form';

/** Five steps, copied for this client; at the usual pace or with more patience. */
export function ScenarioStep({ client, keep }: { client: TheClient; keep: (client: TheClient) => void }) {
  const t = useT();
  const { label } = useLabels();
  const [scenario, setScenario] = useState('STANDARD');
  return (
    <StepForm
      submit={t('start.activate')}
      onSubmit={async (_, __, idempotencyKey) => {
        const input = { clientId: client.id, scenario: scenario as never, idempotencyKey };
        keep((await request(ActivateScenarioDocument, { input })).activateScenario);
      }}
    >
      <RadioGroup
        legend={t('start.pace')}
        name="scenario"
        value={scenario}
        onChange={setScenario}
        options={[
          { value: 'STANDARD', label: label('ScenarioKind', 'STANDARD'), hint: t('start.standardHint') },
          { value: 'PATIENT', label: label('ScenarioKind', 'PATIENT'), hint: t('start.patientHint') },
        ]}
      />
    </StepForm>
  );
}
