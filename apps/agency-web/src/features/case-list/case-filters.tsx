import { Button, Checkbox, Input, Select, useLabels } from '@amiable/web-kit';
import { useRef, useState } from 'react';
import { ClientChoice } from '../../client-choice';
import { useT } from '../../i18n/use-t';
import { furtherNames, orders, type Filters } from './case-filter';
import { StageChoice, StateChoice } from './stage-choice';
import { useListChoices } from './use-list-choices';

interface Props {
  filters: Filters & { order: string };
  onChange: (changes: Partial<Filters & { order: string }>) => void;
}
const waitWhileTyping = 250;

/** What the list is narrowed and sorted by. Rarer filters stand behind a button that says how many of them are set. */
export function CaseFilters({ filters, onChange }: Props) {
  const t = useT();
  const { choices } = useListChoices();
  const set = furtherNames.filter((name) => filters[name]).length;
  const [open, setOpen] = useState(false);
  const owners = [
    { value: '', label: t('list.anyOwner') },
    { value: 'me', label: t('list.mine') },
    { value: 'nobody', label: t('list.nobody') },
    ...choices.collectors.filter(({ isMe }) => !isMe).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <TypedFilter
        label={t('field.search')}
        value={filters.text}
        placeholder={t('search.hint')}
        onSettle={(text) => onChange({ text })}
        search
      />
      <ClientChoice value={filters.client} onChoose={(client) => onChange({ client })} none={t('field.allClients')} />
      <StateChoice value={filters.state} onChoose={(state) => onChange({ state })} />
      <StageChoice value={filters.stage} onChoose={(stage) => onChange({ stage })} />
      <Select
        label={t('cases.column.owner')}
        name="owner"
        value={filters.owner}
        onChange={(event) => onChange({ owner: event.target.value })}
        options={owners}
      />
      <Select
        label={t('field.order')}
        value={filters.order || orders[0]}
        onChange={(event) => onChange({ order: event.target.value })}
        options={[
          { value: 'NEWEST', label: t('cases.order.newest') },
          { value: 'OLDEST_DUE', label: t('cases.order.oldestDue') },
          { value: 'LARGEST', label: t('cases.order.largest') },
        ]}
      />
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {set > 0 ? t('list.furtherSet', { count: set }) : t('list.further')}
      </Button>
      {open && <FurtherFilters filters={filters} onChange={onChange} tags={choices.tags} />}
    </>
  );
}

const occasions = ['READY', 'PROMISE_DUE', 'BROKEN_PROMISE', 'DISPUTE_ANSWERED', 'REPLIED'] as const;
const languages = ['FR', 'EN', 'DE', 'ES', 'IT', 'NL'] as const;

function FurtherFilters({ filters, onChange, tags }: Props & { tags: readonly string[] }) {
  const t = useT();
  const { label } = useLabels();
  const any = { value: '', label: t('list.any') };
  return (
    <fieldset className="further-filters">
      <legend className="visually-hidden">{t('list.further')}</legend>
      <TypedFilter label={t('list.least')} value={filters.least} onSettle={(least) => onChange({ least })} inputMode="decimal" />
      <TypedFilter label={t('list.most')} value={filters.most} onSettle={(most) => onChange({ most })} inputMode="decimal" />
      <TypedFilter label={t('list.late')} value={filters.late} onSettle={(late) => onChange({ late })} inputMode="numeric" />
      <TypedFilter
        label={t('list.lateMost')}
        value={filters.lateMost}
        onSettle={(lateMost) => onChange({ lateMost })}
        inputMode="numeric"
      />
      <TypedFilter label={t('list.silent')} value={filters.silent} onSettle={(silent) => onChange({ silent })} inputMode="numeric" />
      <TypedFilter
        label={t('list.qualityMost')}
        value={filters.quality}
        onSettle={(quality) => onChange({ quality })}
        inputMode="numeric"
      />
      <Select
        label={t('list.tag')}
        value={filters.tag}
        onChange={(event) => onChange({ tag: event.target.value })}
        options={[any, ...tags.map((tag) => ({ value: tag, label: tag }))]}
      />
      <Select
        label={t('list.promise')}
        value={filters.promise}
        onChange={(event) => onChange({ promise: event.target.value })}
        options={[
          any,
          ...(['OPEN', 'PARTLY_KEPT', 'BROKEN', 'KEPT'] as const).map((value) => ({ value, label: label('PromiseState', value) })),
        ]}
      />
      <Select
        label={t('list.plan')}
        value={filters.plan}
        onChange={(event) => onChange({ plan: event.target.value })}
        options={[any, ...(['ACTIVE', 'BROKEN', 'COMPLETED'] as const).map((value) => ({ value, label: label('PlanState', value) }))]}
      />
      <Select
        label={t('list.language')}
        value={filters.language}
        onChange={(event) => onChange({ language: event.target.value })}
        options={[any, ...languages.map((value) => ({ value: value.toLowerCase(), label: label('DebtorLanguage', value) }))]}
      />
      <Select
        label={t('list.occasion')}
        value={filters.occasion}
        onChange={(event) => onChange({ occasion: event.target.value })}
        options={[any, ...occasions.map((value) => ({ value, label: label('CaseOccasion', value) }))]}
      />
      <Select
        label={t('list.limit')}
        value={filters.limit}
        onChange={(event) => onChange({ limit: event.target.value })}
        options={[any, ...(['PASSED', 'NEAR'] as const).map((value) => ({ value, label: label('LimitStanding', value) }))]}
      />
      <Checkbox
        label={t('list.twins')}
        checked={filters.twins === 'yes'}
        onChange={(event) => onChange({ twins: event.target.checked ? 'yes' : '' })}
      />
      <Checkbox
        label={t('cases.disputed')}
        checked={filters.disputed === 'yes'}
        onChange={(event) => onChange({ disputed: event.target.checked ? 'yes' : '' })}
      />
    </fieldset>
  );
}

/** What is being typed; a moment later it stands in the address, which counts from then on. */
function TypedFilter({
  label,
  value,
  placeholder,
  onSettle,
  inputMode,
  search,
}: {
  label: string;
  value: string;
  placeholder?: string;
  onSettle: (value: string) => void;
  inputMode?: 'decimal' | 'numeric';
  search?: boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <Input
      type={search ? 'search' : 'text'}
      label={label}
      value={typed ?? value}
      maxLength={120}
      autoComplete="off"
      {...(placeholder && { placeholder })}
      {...(inputMode && { inputMode })}
      onChange={({ target }) => {
        setTyped(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          onSettle(target.value.trim());
          setTyped(null);
        }, waitWhileTyping);
      }}
    />
  );
}
