import { addDays, DateInput, FormDialog, Input, Key, today, useLabels, useSettings } from '@amiable/web-kit';
import type { SnoozeReason } from '@documents';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { SnoozeCaseDocument, UndoSnoozeDocument } from './case-acts.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';
import { useTakeBack } from './use-take-back';

/** One key for each reason, and the days it puts a case off at first; the server learns from the reason. */
const reasons: ReadonlyArray<{ code: SnoozeReason; key: string; days: number }> = [
  { code: 'PAYMENT_ANNOUNCED', key: 'p', days: 5 },
  { code: 'NOT_REACHABLE', key: 'i', days: 3 },
  { code: 'BAD_MOMENT', key: 'm', days: 1 },
  { code: 'WAITS_FOR_CLIENT', key: 'a', days: 7 },
  { code: 'NEEDS_A_COLLEAGUE', key: 'c', days: 1 },
  { code: 'NOT_WORTH_IT', key: 'v', days: 30 },
];

/** Pas maintenant, parce que…: the case leaves the queue until a day; what was planned to be sent still leaves. Undone by Z. */
export function SnoozeCaseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const { label } = useLabels();
  const { letterKeys } = useSettings();
  const [chosen, setChosen] = useState(reasons[2]!);
  const [until, setUntil] = useState<string | null>(null);
  const takeBack = useTakeBack(UndoSnoozeDocument, t('snooze.undone'));
  const write = useCaseWrite(t('snooze.done'), () => ({ undo: () => void takeBack(theCase) }));
  const choose = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest('input:not([type=radio])');
    const found = reasons.find(({ key }) => key === event.key.toLowerCase());
    if (!found || typing || !letterKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setChosen(found);
  };
  return (
    <div onKeyDown={choose}>
      <FormDialog
        title={t('act.snoozeCase')}
        submit={t('snooze.submit')}
        onClose={onClose}
        onSubmit={({ until: day, note }, idempotencyKey) =>
          write(SnoozeCaseDocument, { input: { caseId: theCase.id, until: day!, reason: note ?? '', code: chosen.code, idempotencyKey } })
        }
      >
        <p className="soft">{t('snooze.effect')}</p>
        <fieldset className="outcomes">
          <legend>{t('snooze.reason')}</legend>
          {reasons.map((each) => (
            <label key={each.code} data-checked={chosen === each || undefined}>
              <input
                type="radio"
                name="code"
                value={each.code}
                checked={chosen === each}
                onChange={() => setChosen(each)}
                {...(chosen === each && { 'data-autofocus': '' })}
              />
              <span>{label('SnoozeReason', each.code)}</span>
              <Key>{each.key.toUpperCase()}</Key>
            </label>
          ))}
        </fieldset>
        <DateInput
          label={t('snooze.until')}
          name="until"
          required
          min={addDays(today(), 1)}
          value={until ?? addDays(today(), chosen.days)}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Input label={t('snooze.note')} name="note" maxLength={500} />
      </FormDialog>
    </div>
  );
}
