import { Select, useLabels } from '@amiable/web-kit';
import type { CaseStage, CaseState } from '@documents';
import { useT } from '../../i18n/use-t';

const stages: readonly CaseStage[] = ['BEFORE_DUE', 'REMINDER', 'CALL', 'FORMAL_NOTICE'];
const states: readonly CaseState[] = ['OPEN', 'ON_HOLD', 'CLOSED'];
interface Choice {
  value: string;
  onChoose: (value: string) => void;
}

export function StageChoice({ value, onChoose }: Choice) {
  const t = useT();
  const { label } = useLabels();
  const options = [
    { value: '', label: t('field.allStages') },
    ...stages.map((stage) => ({ value: stage, label: label('CaseStage', stage) })),
  ];
  return (
    <Select
      label={t('cases.column.stage')}
      name="stage"
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      options={options}
    />
  );
}

export function StateChoice({ value, onChoose }: Choice) {
  const t = useT();
  const { label } = useLabels();
  const options = [
    { value: '', label: t('field.allStates') },
    ...states.map((state) => ({ value: state, label: label('CaseState', state) })),
  ];
  return (
    <Select
      label={t('cases.column.state')}
      name="state"
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      options={options}
    />
  );
}
