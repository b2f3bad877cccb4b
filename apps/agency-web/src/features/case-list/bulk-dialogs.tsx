import {
  addDays,
  Button,
  DateInput,
  Dialog,
  ErrorNote,
  FormDialog,
  Input,
  Note,
  Select,
  today,
  useRead,
  useSentences,
} from '@amiable/web-kit';
import type { BulkActInput, BulkSelection } from '@documents';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { BulkPreviewDocument } from './bulk.documents';
import { useListChoices } from './use-list-choices';

export type BulkDialogKind = 'assign' | 'hold' | 'message' | 'tag';
interface Props {
  selection: BulkSelection;
  onStart: (input: BulkActInput, idempotencyKey?: string) => Promise<void>;
  onClose: () => void;
}

export function BulkDialog({ kind, ...rest }: Props & { kind: BulkDialogKind }) {
  if (kind === 'assign') return <AssignDialog {...rest} />;
  if (kind === 'hold') return <HoldDialog {...rest} />;
  if (kind === 'message') return <MessageDialog {...rest} />;
  return <TagDialog {...rest} />;
}

/** One press on a name gives the cases away; the name that has the focus says first what would be left out. */
function AssignDialog({ selection, onStart, onClose }: Props) {
  const t = useT();
  const { choices } = useListChoices();
  const [about, setAbout] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>();
  const inputFor = (owner: string | null): BulkActInput => ({ act: 'ASSIGN', selection, owner });
  const give = async (owner: string | null) => {
    setBusy(owner ?? '');
    setError(undefined);
    try {
      await onStart(inputFor(owner));
      onClose();
    } catch (refusal) {
      setError(refusal);
      setBusy(null);
    }
  };
  const people = [
    ...choices.collectors.map(({ id, name, isMe }) => ({ id, name: isMe ? t('list.mine') : name })),
    { id: null, name: t('bulk.sharedQueue') },
  ];
  return (
    <Dialog title={t('bulk.assign')} onClose={onClose}>
      <ErrorNote error={error} />
      <div className="people" role="group" aria-label={t('bulk.assignTo')} onKeyDown={moveFocus}>
        {people.map(({ id, name }, index) => (
          <Button
            key={id ?? ''}
            icon={id === null ? 'queue' : 'user'}
            busy={busy === (id ?? '')}
            onFocus={() => setAbout(id)}
            onMouseEnter={() => setAbout(id)}
            {...(index === 0 && { 'data-autofocus': '' })}
            onClick={() => void give(id)}
          >
            {name}
          </Button>
        ))}
      </div>
      <Preview input={inputFor(about ?? people[0]?.id ?? null)} />
    </Dialog>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus();
}

function HoldDialog({ selection, onStart, onClose }: Props) {
  const t = useT();
  const [until, setUntil] = useState(addDays(today(), 14));
  const preview: BulkActInput = { act: 'HOLD', selection, reason: '-', until };
  return (
    <FormDialog
      title={t('bulk.hold')}
      submit={t('bulk.hold')}
      onClose={onClose}
      onSubmit={({ reason }, key) => onStart({ ...preview, reason: reason! }, key)}
    >
      <Input label={t('hold.reason')} name="reason" required maxLength={500} data-autofocus="" />
      <DateInput
        label={t('hold.until')}
        name="until"
        required
        min={addDays(today(), 1)}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <Preview input={preview} />
    </FormDialog>
  );
}

function MessageDialog({ selection, onStart, onClose }: Props) {
  const t = useT();
  const [template, setTemplate] = useState('reminder_1');
  const input: BulkActInput = { act: 'MESSAGE', selection, template };
  return (
    <FormDialog title={t('bulk.message')} submit={t('bulk.message')} onClose={onClose} onSubmit={(_, key) => onStart(input, key)}>
      <Select
        label={t('bulk.template')}
        name="template"
        value={template}
        data-autofocus=""
        onChange={(event) => setTemplate(event.target.value)}
        options={[
          { value: 'reminder_1', label: t('template.reminder_1') },
          { value: 'reminder_2', label: t('template.reminder_2') },
          { value: 'reminder_1_letter', label: t('template.reminder_1_letter') },
          { value: 'reminder_2_letter', label: t('template.reminder_2_letter') },
          { value: 'formal_notice', label: t('template.formal_notice') },
        ]}
      />
      <Note>{t('bulk.messageHow')}</Note>
      <Preview input={input} />
    </FormDialog>
  );
}

function TagDialog({ selection, onStart, onClose }: Props) {
  const t = useT();
  const { choices } = useListChoices();
  const [tag, setTag] = useState('');
  const [act, setAct] = useState<'TAG' | 'UNTAG'>('TAG');
  const input: BulkActInput = { act, selection, tag };
  return (
    <FormDialog
      title={t('bulk.tag')}
      submit={act === 'TAG' ? t('bulk.tagSubmit') : t('bulk.untagSubmit')}
      onClose={onClose}
      onSubmit={(_, key) => onStart(input, key)}
    >
      <Input
        label={t('list.tag')}
        name="tag"
        required
        maxLength={40}
        value={tag}
        list="known-tags"
        autoComplete="off"
        data-autofocus=""
        onChange={(event) => setTag(event.target.value)}
      />
      <datalist id="known-tags">
        {choices.tags.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Select
        label={t('bulk.tagHow')}
        value={act}
        onChange={(event) => setAct(event.target.value as typeof act)}
        options={[
          { value: 'TAG', label: t('bulk.tagSubmit') },
          { value: 'UNTAG', label: t('bulk.untagSubmit') },
        ]}
      />
      {tag.trim() && <Preview input={input} />}
    </FormDialog>
  );
}

/** How many cases the act takes, how many it leaves out, and why. */
function Preview({ input }: { input: BulkActInput }) {
  const t = useT();
  const { refusal } = useSentences();
  const { data, error } = useRead(['bulkPreview', input], BulkPreviewDocument, { input });
  if (error) return <ErrorNote error={error} />;
  if (!data) return <p className="soft">{t('bulk.counting')}</p>;
  const { included, selected, most, excluded } = data.bulkPreview;
  return (
    <div className="bulk-preview" role="status">
      {selected > most && <Note tone="warning">{t('bulk.tooMany', { most })}</Note>}
      <p>
        <strong>{t('bulk.included', { count: included })}</strong>
      </p>
      {excluded.length > 0 && (
        <ul>
          {excluded.map(({ reason, count, examples }) => (
            <li key={reason}>
              {t('bulk.excluded', { count, why: refusal(reason, {}) ?? reason })} <small className="soft">{examples.join(', ')}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
