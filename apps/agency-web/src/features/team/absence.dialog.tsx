import { Checkbox, DateInput, FormDialog, RadioGroup, request, Select, today, useErrorSentence, useToast } from '@amiable/web-kit';
import type { AbsenceInput } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { AbsencePreview } from './absence-preview';
import { BeginAbsenceDocument, EndAbsenceDocument } from './team.documents';
import type { Collector } from './team.page';

interface Props {
  /** Null: asked for from the palette, and still to be named. */
  collector: Collector | null;
  /** Everybody at work. */
  team: readonly Collector[];
  onClose: () => void;
}

/** Absence: whose, until when, and who stands in; it says first who would get what. What was done can be undone: nothing has left the house. */
export function AbsenceDialog({ collector, team, onClose }: Props) {
  const t = useT();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const [staff, setStaff] = useState(collector?.id ?? '');
  const [kind, setKind] = useState<'lend' | 'move'>('lend');
  const [from, setFrom] = useState(today());
  const [until, setUntil] = useState('');
  const [standIns, setStandIns] = useState<readonly string[]>([]);
  const colleagues = team.filter(({ id }) => id !== staff);
  const input: AbsenceInput = { staff, from, until: kind === 'lend' ? until || null : null, standIns: [...standIns] };
  const lacks = !staff ? t('absence.sayWho') : kind === 'lend' && !until ? t('absence.sayUntil') : null;
  const undo = (absence: string) =>
    request(EndAbsenceDocument, { absence })
      .then(() => queryClient.invalidateQueries({ queryKey: ['team'] }))
      .then(() => toast({ text: t('absence.undone') }))
      .catch((error: unknown) => toast({ text: sentence(error) }));
  return (
    <FormDialog
      title={collector ? t('absence.of', { name: collector.name! }) : t('absence.ofColleague')}
      submit={kind === 'lend' ? t('absence.lend') : t('absence.move')}
      disabledReason={lacks}
      onClose={onClose}
      onSubmit={async (_, idempotencyKey) => {
        const { beginAbsence } = await request(BeginAbsenceDocument, { input, idempotencyKey });
        await queryClient.invalidateQueries({ queryKey: ['team'] });
        const absence = beginAbsence.collectors.find(({ id }) => id === staff)?.absence?.id;
        toast({ text: kind === 'lend' ? t('absence.lent') : t('absence.moved'), ...(absence && { undo: () => void undo(absence) }) });
      }}
    >
      {!collector && (
        <Select
          label={t('absence.who')}
          value={staff}
          data-autofocus=""
          onChange={({ target }) => {
            setStaff(target.value);
            setStandIns(standIns.filter((one) => one !== target.value));
          }}
          options={[
            { value: '', label: t('absence.sayWho') },
            ...team.filter(({ absence }) => !absence).map(({ id, name }) => ({ value: id!, label: name! })),
          ]}
        />
      )}
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
            {...(collector && { 'data-autofocus': '' })}
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
      {!lacks && <AbsencePreview input={input} />}
    </FormDialog>
  );
}
