import { addDays, DateInput, FormDialog, Key, Note, Textarea, today, useLabels, useSettings } from '@amiable/web-kit';
import type { CallOutcome } from '@documents';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { LogCallDocument } from './case.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** One key for each outcome, the same in both languages. */
const outcomes: ReadonlyArray<{ outcome: CallOutcome; key: string }> = [
  { outcome: 'PROMISED', key: 'p' },
  { outcome: 'CALL_BACK', key: 'r' },
  { outcome: 'VOICEMAIL', key: 'v' },
  { outcome: 'NO_ANSWER', key: 'a' },
  { outcome: 'PAID_ALREADY', key: 'd' },
  { outcome: 'DISPUTED', key: 'l' },
  { outcome: 'REFUSED', key: 'x' },
  { outcome: 'WRONG_NUMBER', key: 'w' },
];

/** Fiche d'appel: number, what must be said, the outcome by one key; a promise or a dispute leads straight on to its form. */
export function LogCallDialog({ theCase, onClose, onAct }: CaseDialogProps) {
  const t = useT();
  const { label } = useLabels();
  const { letterKeys } = useSettings();
  const write = useCaseWrite(t('call.done'));
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  const { debtor, firstLetterReference, firstLetterOn, brand, hat, client } = theCase;
  const choose = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest('textarea, input:not([type=radio])');
    const found = outcomes.find(({ key }) => key === event.key.toLowerCase());
    if (!found || typing || !letterKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setOutcome(found.outcome);
  };
  let leadTo: 'recordPromise' | 'openDispute' | null = null;
  if (outcome === 'PROMISED') leadTo = 'recordPromise';
  if (outcome === 'DISPUTED') leadTo = 'openDispute';
  const may = theCase.nextActions.some(({ action, allowed }) => action === leadTo && allowed);
  return (
    <div onKeyDown={choose}>
      <FormDialog
        title={t('act.logCall')}
        aside={<DialogBrand theCase={theCase} />}
        submit={leadTo && may ? t(leadTo === 'recordPromise' ? 'call.thenPromise' : 'call.thenDispute') : t('call.submit')}
        disabledReason={outcome ? null : t('call.chooseOutcome')}
        onClose={onClose}
        onSubmit={async ({ note, callBackOn }, idempotencyKey) => {
          await write(LogCallDocument, {
            input: {
              caseId: theCase.id,
              outcome: outcome!,
              note: note || null,
              callBackOn: outcome === 'CALL_BACK' ? callBackOn! : null,
              idempotencyKey,
            },
          });
          if (leadTo && may) setTimeout(() => onAct(leadTo!));
        }}
      >
        <p className="call-number">
          {debtor.phone ? (
            <a href={`tel:${debtor.phone.replace(/[^+\d]/g, '')}`}>{debtor.phone}</a>
          ) : (
            <span className="soft">{t('call.noNumber')}</span>
          )}
          <span>{debtor.name}</span>
        </p>
        <Note>
          {hat === 'AGENCY' ? t('call.scriptAgency', { client: client.name }) : t('call.scriptClient', { brand: brand.name })}
          {firstLetterReference &&
            firstLetterOn &&
            ` ${t('call.recallLetter', { reference: firstLetterReference, on: firstLetterOn.split('-').reverse().join('/') })}`}
        </Note>
        <fieldset className="outcomes">
          <legend>{t('call.outcome')}</legend>
          {outcomes.map((each, index) => (
            <label key={each.outcome} data-checked={outcome === each.outcome || undefined}>
              <input
                type="radio"
                name="outcome"
                value={each.outcome}
                checked={outcome === each.outcome}
                onChange={() => setOutcome(each.outcome)}
                {...(index === 0 && { 'data-autofocus': '' })}
              />
              <span>{label('CallOutcome', each.outcome)}</span>
              <Key>{each.key.toUpperCase()}</Key>
            </label>
          ))}
        </fieldset>
        {outcome === 'CALL_BACK' && (
          <DateInput label={t('call.callBackOn')} name="callBackOn" required min={today()} defaultValue={addDays(today(), 1)} />
        )}
        <Textarea label={t('call.note')} name="note" optional maxLength={2000} />
      </FormDialog>
    </div>
  );
}
