import {
  Checkbox,
  DateInput,
  ErrorNote,
  FormDialog,
  Note,
  RadioGroup,
  request,
  Skeleton,
  today,
  useFormat,
  useRead,
  useToast,
} from '@amiable/web-kit';
import type { AbsenceInput } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { AbsencePreviewDocument, BeginAbsenceDocument, EndAbsenceDocument } from './team.documents';
import type { Collector } from './team.page';

interface Props {
  collector: Collector;
  onClose: () => void;
}

/** Absence: until when, and who stands in; it says first who would get what. */
export function AbsenceDialog({ collector, colleagues, onClose }: Props & { colleagues: readonly Collector[] }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<'lend' | 'move'>('lend');
  const [from, setFrom] = useState(today());
  const [until, setUntil] = useState('');
  const [standIns, setStandIns] = useState<readonly string[]>([]);
  const input: AbsenceInput = { staff: collector.id!, from, until: kind === 'lend' ? until || null : null, standIns: [...standIns] };
  const lacksDay = kind === 'lend' && !until;
  return (
    <FormDialog
      title={t('absence.of', { name: collector.name })}
      submit={kind === 'lend' ? t('absence.lend') : t('absence.move')}
      disabledReason={lacksDay ? t('absence.sayUntil') : null}
      onClose={onClose}
      onSubmit={async (_, idempotencyKey) => {
        await request(BeginAbsenceDocument, { input, idempotencyKey });
        await queryClient.invalidateQueries({ queryKey: ['team'] });
        toast({ text: kind === 'lend' ? t('absence.lent') : t('absence.moved') });
      }}
    >
      <RadioGroup
        inline
        legend={t('absence.what')}
        name="kind"
        value={kind}
        onChange={(value) => setKind(value as 'lend' | 'move')}
        options={[
          { value: 'lend', label: t('absence.kindLend') },
          { value: 'move', label: t('absence.kindMove') },
        ]}
      />
      <div className="cluster">
        <DateInput
          label={t('absence.from')}
          name="from"
          required
          min={today()}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        {kind === 'lend' && (
          <DateInput
            label={t('absence.until')}
            name="until"
            required
            min={from}
            value={until}
            data-autofocus=""
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </div>
      <fieldset className="stack">
        <legend>{t('absence.standIns')}</legend>
        <p className="soft">{t('absence.standInsHint')}</p>
        <div className="cluster">
          {colleagues.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name!}
              checked={standIns.includes(id!)}
              onChange={(event) => setStandIns(event.target.checked ? [...standIns, id!] : standIns.filter((one) => one !== id))}
            />
          ))}
        </div>
      </fieldset>
      {!lacksDay && <Preview input={input} />}
    </FormDialog>
  );
}

function Preview({ input }: { input: AbsenceInput }) {
  const t = useT();
  const format = useFormat();
  const { data, error } = useRead(['absence-preview', input], AbsencePreviewDocument, { input }, { keepsFormer: true });
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Skeleton lines={2} />;
  const { cases, shares, promisesDue, callBacks } = data.absencePreview;
  return (
    <Note>
      <div className="two-lines" role="status">
        <strong>{t('absence.cases', { count: cases })}</strong>
        {cases > 0 &&
          shares.map(({ name, cases: count, open }) => (
            <span key={name ?? ''}>
              {t('absence.share', { name: name ?? t('bulk.sharedQueue'), count, open: format.moneys(open, { whole: true }) || '–' })}
            </span>
          ))}
        {promisesDue + callBacks > 0 && (
          <small>{t('absence.meanwhile', { promises: format.count(promisesDue), calls: format.count(callBacks) })}</small>
        )}
      </div>
    </Note>
  );
}

/** Who is away: until when, who stands in, and the way back. */
export function EndAbsenceDialog({ collector, onClose }: Props) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { absence } = collector;
  return (
    <FormDialog
      title={t('absence.of', { name: collector.name })}
      submit={absence!.isPlanned ? t('absence.cancel') : t('absence.giveBack')}
      onClose={onClose}
      onSubmit={async () => {
        await request(EndAbsenceDocument, { absence: absence!.id });
        await queryClient.invalidateQueries({ queryKey: ['team'] });
        toast({ text: t('absence.ended') });
      }}
    >
      <p>{useAbsenceWords(absence!)}</p>
      <p className="soft">
        {absence!.standIns.length > 0 ? t('absence.by', { names: absence!.standIns.join(', ') }) : t('absence.byQueue')}
      </p>
    </FormDialog>
  );
}

/** "Absent jusqu’au 12 déc.", or from when, or that his cases were moved. */
export function useAbsenceWords({ from, until, isPlanned }: NonNullable<Collector['absence']>): string {
  const t = useT();
  const format = useFormat();
  if (isPlanned && until) return t('absence.plannedUntil', { from: format.dayShort(from), until: format.dayShort(until) });
  if (isPlanned) return t('absence.plannedMove', { from: format.dayShort(from) });
  return until ? t('absence.awayUntil', { until: format.dayShort(until) }) : t('absence.movedNow');
}
