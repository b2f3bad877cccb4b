import { Checkbox, IconButton, Input, MoneyInput, Select, useLabels } from '@amiable/web-kit';
import type { DebtorLanguage, PaymentMethod } from '@documents';
import { useT } from '../../i18n/use-t';
import { useSegmentWords } from '../../segment-words';
import type { DraftSegment } from './use-segments-draft';
import type { Scenario } from './use-strategy';

const languages: readonly DebtorLanguage[] = ['FR', 'EN', 'DE', 'ES', 'IT', 'NL'];
const methods: readonly PaymentMethod[] = ['TRANSFER', 'CARD', 'SEPA_DEBIT', 'CHEQUE', 'DIRECT'];

interface Props {
  segment: DraftSegment;
  place: number;
  count: number;
  scenarios: readonly Scenario[];
  currency: string;
  tags: readonly string[];
  isNew: boolean;
  wrong: { field: string; text: string } | null;
  onChange: (values: Partial<DraftSegment>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One segment of the list: its scenario, its place, its conditions. The last takes all that comes to it. */
export function SegmentRow({ segment, place, count, scenarios, currency, tags, isNew, wrong, onChange, onMove, onRemove }: Props) {
  const t = useT();
  const { label } = useLabels();
  const isLast = place === count;
  const words = useSegmentWords(currency)({ ...segment, leastScore: scoreOf(segment.leastScore), mostScore: scoreOf(segment.mostScore) });
  const errorOf = (...fields: string[]) => (wrong && fields.includes(wrong.field) ? wrong.text : null);
  const toggled = <Value extends string>(values: readonly Value[] | null, value: Value, isIn: boolean): Value[] | null => {
    const next = isIn ? [...(values ?? []), value] : (values ?? []).filter((each) => each !== value);
    return next.length > 0 ? next : null;
  };
  const offered = [...new Set([...(segment.tags ?? []), ...tags])].sort((a, b) => a.localeCompare(b));
  return (
    <li className="draft-step segment" aria-label={t('segment.place', { place })}>
      <span className="scenario-day">{place}</span>
      <Input
        label={t('segment.name')}
        value={segment.name}
        maxLength={80}
        error={errorOf('name', 'id')}
        autoFocus={isNew}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select
        label={t('start.scenario')}
        value={segment.lineId}
        error={errorOf('scenarioId')}
        options={scenarios.map(({ lineId, name }) => ({ value: lineId, label: name }))}
        onChange={(event) => onChange({ lineId: event.target.value })}
      />
      {isLast ? (
        <p className="soft draft-step-desk">{t('segment.takesAll')}</p>
      ) : (
        <span className="cluster">
          <IconButton icon="up" label={t('segment.up', { place })} disabled={place === 1} onClick={() => onMove(-1)} />
          <IconButton icon="down" label={t('segment.down', { place })} disabled={place === count - 1} onClick={() => onMove(1)} />
          <IconButton icon="trash" label={t('segment.remove', { place })} onClick={onRemove} />
        </span>
      )}
      {!isLast && (
        <details className="draft-step-conditions" open={isNew || undefined}>
          <summary>{words.join(' · ') || t('segment.noCondition')}</summary>
          <div className="cluster">
            <Select
              label={t('segment.kind')}
              value={segment.debtorKind ?? ''}
              options={[
                { value: '', label: t('scenario.allKinds') },
                { value: 'COMPANY', label: label('DebtorKind', 'COMPANY') },
                { value: 'PERSON', label: label('DebtorKind', 'PERSON') },
              ]}
              onChange={(event) => onChange({ debtorKind: (event.target.value || null) as DraftSegment['debtorKind'] })}
            />
            <MoneyInput
              label={t('segment.least')}
              currency={currency}
              initial={segment.least ?? ''}
              error={errorOf('least')}
              onAmount={(amount) => onChange({ least: amount })}
            />
            <MoneyInput
              label={t('segment.most')}
              currency={currency}
              initial={segment.most ?? ''}
              error={errorOf('most')}
              onAmount={(amount) => onChange({ most: amount })}
            />
            <Input
              label={t('segment.leastScore')}
              type="number"
              min={0}
              max={100}
              value={segment.leastScore}
              error={errorOf('leastScore')}
              onChange={(event) => onChange({ leastScore: event.target.value })}
            />
            <Input
              label={t('segment.mostScore')}
              type="number"
              min={0}
              max={100}
              value={segment.mostScore}
              error={errorOf('mostScore')}
              onChange={(event) => onChange({ mostScore: event.target.value })}
            />
          </div>
          <fieldset className="cluster">
            <legend>{t('segment.languages')}</legend>
            {languages.map((language) => (
              <Checkbox
                key={language}
                label={label('DebtorLanguage', language)}
                checked={segment.languages?.includes(language) ?? false}
                onChange={(event) => onChange({ languages: toggled(segment.languages, language, event.target.checked) })}
              />
            ))}
          </fieldset>
          <fieldset className="cluster">
            <legend>{t('segment.methods')}</legend>
            {methods.map((method) => (
              <Checkbox
                key={method}
                label={label('PaymentMethod', method)}
                checked={segment.paymentMethods?.includes(method) ?? false}
                onChange={(event) => onChange({ paymentMethods: toggled(segment.paymentMethods, method, event.target.checked) })}
              />
            ))}
          </fieldset>
          {offered.length > 0 && (
            <fieldset className="cluster">
              <legend>{t('segment.tags')}</legend>
              {offered.map((tag) => (
                <Checkbox
                  key={tag}
                  label={tag}
                  checked={segment.tags?.includes(tag) ?? false}
                  onChange={(event) => onChange({ tags: toggled(segment.tags, tag, event.target.checked) })}
                />
              ))}
            </fieldset>
          )}
        </details>
      )}
    </li>
  );
}

const scoreOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
