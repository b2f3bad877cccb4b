import {
  DateInput,
  Checkbox,
  FormDialog,
  Input,
  Key,
  Note,
  Textarea,
  today,
  useFormat,
  useLabels,
  useSentences,
  useSettings,
} from '@amiable/web-kit';
import type { CallOutcome } from '@documents';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMe } from '../../me';
import { AskFor, CallPeople } from './call-people';
import { callScript } from './call-script.rules';
import { LogCallDocument } from './contact.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { type CaseStory, useCaseWrite } from './use-case';

/** One key for each outcome, the same in both languages. */
const outcomes: ReadonlyArray<{ outcome: CallOutcome; key: string }> = [
  { outcome: 'PROMISED', key: 'p' },
  { outcome: 'CALL_BACK', key: 'r' },
  { outcome: 'VOICEMAIL', key: 'v' },
  { outcome: 'NO_ANSWER', key: 'a' },
  { outcome: 'PAID_ALREADY', key: 'd' },
  { outcome: 'DISPUTED', key: 'l' },
  { outcome: 'REFUSED', key: 'x' },
  { outcome: 'THIRD_PARTY', key: 't' },
  { outcome: 'NOT_ME', key: 'n' },
  { outcome: 'WRONG_NUMBER', key: 'w' },
];
const leadsTo: Partial<Record<CallOutcome, 'recordPromise' | 'openDispute' | 'correctDebtor'>> = {
  PROMISED: 'recordPromise',
  DISPUTED: 'openDispute',
  NOT_ME: 'correctDebtor',
};

/** Fiche d'appel: may it be dialled, what must be said, the outcome by one key, and when the case comes back; a promise, a dispute or the corrected file follows at once. */
export function LogCallDialog({ theCase, onClose, onNext, onAct }: CaseDialogProps) {
  const t = useT();
  const { label } = useLabels();
  const { refusal } = useSentences();
  const { letterKeys } = useSettings();
  const write = useCaseWrite(t('call.done'));
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  const placing = theCase.nextActions.find(({ action }) => action === 'placeCall');
  const mayNotDial = placing && !placing.allowed ? (refusal(placing.reason ?? '', placing.facts) ?? placing.reason) : null;
  const blocked = placing?.reason === 'CALL_OUT_OF_HOURS' || placing?.reason === 'CALL_TOO_OFTEN';
  const [inbound, setInbound] = useState(blocked);
  const choose = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest('textarea, input:not([type=radio], [type=checkbox])');
    const found = outcomes.find(({ key }) => key === event.key.toLowerCase());
    if (!found || typing || !letterKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setOutcome(found.outcome);
  };
  const leadTo = outcome && leadsTo[outcome];
  const may = theCase.nextActions.some(({ action, allowed }) => action === leadTo && allowed);
  const backOn = theCase.callWrapUps.find((each) => each.outcome === outcome)?.backOn ?? today();
  const [goesOn, setGoesOn] = useState(true);
  const comesBack = outcome !== null && !(leadTo && may);
  return (
    <div onKeyDown={choose}>
      <FormDialog
        title={t('act.logCall')}
        aside={<DialogBrand theCase={theCase} />}
        wide
        submit={
          leadTo && may
            ? t(leadTo === 'recordPromise' ? 'call.thenPromise' : leadTo === 'correctDebtor' ? 'call.thenCorrect' : 'call.thenDispute')
            : comesBack && goesOn && onNext
              ? t('call.thenNext')
              : t('call.submit')
        }
        disabledReason={outcome ? null : t('call.chooseOutcome')}
        onClose={onClose}
        onSubmit={async ({ note, callBackOn, callBackTime, rightPhone }, idempotencyKey) => {
          await write(LogCallDocument, {
            input: {
              caseId: theCase.id,
              outcome: outcome!,
              note: note || null,
              callBackOn: comesBack && callBackOn ? callBackOn : null,
              callBackTime: outcome === 'CALL_BACK' && callBackTime ? callBackTime : null,
              rightPhone: (outcome === 'WRONG_NUMBER' || outcome === 'NOT_ME') && rightPhone ? rightPhone : null,
              inbound,
              idempotencyKey,
            },
          });
          if (leadTo && may) setTimeout(() => onAct(leadTo));
          else if (goesOn) onNext?.();
        }}
      >
        <div className="call-sheet">
          <div className="stack">
            <p className="call-number">
              {!theCase.debtor.phone ? (
                <span className="soft">{t('call.noNumber')}</span>
              ) : mayNotDial ? (
                <span className="not-now">{theCase.debtor.phone}</span>
              ) : (
                <a href={`tel:${theCase.debtor.phone.replace(/[^+\d]/g, '')}`}>{theCase.debtor.phone}</a>
              )}
              <span>{theCase.debtor.name}</span>
              {theCase.debtorFile.prefersFrom && (
                <small className="soft">
                  {t('file.prefers', { from: theCase.debtorFile.prefersFrom, until: theCase.debtorFile.prefersUntil })}
                </small>
              )}
            </p>
            <CallPeople theCase={theCase} mayDial={mayNotDial === null} />
            {theCase.debtor.phone && mayNotDial && <Note tone="warning">{mayNotDial}</Note>}
            <Script theCase={theCase} />
            <AskFor theCase={theCase} />
          </div>
          <div className="stack">
            <Checkbox
              label={t('call.inbound')}
              hint={blocked ? t('call.inboundOnly') : undefined}
              checked={inbound}
              onChange={(event) => setInbound(event.target.checked)}
            />
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
            {comesBack && (
              <div className="wrap-up" key={outcome}>
                <DateInput
                  label={outcome === 'CALL_BACK' ? t('call.callBackOn') : t('call.backOn')}
                  name="callBackOn"
                  required
                  min={today()}
                  defaultValue={backOn}
                />
                {outcome === 'CALL_BACK' && (
                  <Input type="time" label={t('call.callBackTime')} name="callBackTime" required defaultValue="10:00" />
                )}
              </div>
            )}
            {(outcome === 'WRONG_NUMBER' || (outcome === 'NOT_ME' && !inbound)) && (
              <Input
                type="tel"
                label={t('call.rightPhone')}
                hint={t(outcome === 'NOT_ME' ? 'call.notMeHint' : 'call.rightPhoneHint')}
                name="rightPhone"
                maxLength={40}
                autoComplete="off"
              />
            )}
            {comesBack && onNext && (
              <Checkbox label={t('call.goesOn')} checked={goesOn} onChange={(event) => setGoesOn(event.target.checked)} />
            )}
            <Textarea label={t('call.note')} name="note" optional maxLength={2000} />
          </div>
        </div>
      </FormDialog>
    </div>
  );
}

/** What to say, in the order of a call; who is there is checked before anything of the debt is said. */
function Script({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const me = useMe().data?.me;
  const { firstLetterReference: reference, firstLetterOn: on } = theCase;
  const script = callScript({
    hat: theCase.hat,
    stage: theCase.stage,
    language: theCase.debtor.language === 'FR' ? 'FR' : 'EN', // collectors speak these two
    debtorKind: theCase.debtor.kind,
    collector: me?.user.name ?? '',
    agency: me?.agencyName ?? '',
    client: theCase.client.name,
    brand: theCase.brand.name,
    debtor: theCase.debtor.name,
    open: format.money(theCase.balance.open),
    firstLetter: reference && on ? { reference, on: on.split('-').reverse().join('/') } : null,
  });
  return (
    <ol className="call-script" lang={theCase.debtor.language === 'FR' ? 'fr' : 'en'} aria-label={t('call.script')}>
      <li>{script.open}</li>
      <li>
        <strong>{script.check}</strong>
        {theCase.debtor.postcode && (
          <small className="soft">
            {' '}
            {theCase.debtor.postcode} {theCase.debtor.city}
          </small>
        )}
      </li>
      {script.recall && <li>{script.recall}</li>}
      <li>{script.say}</li>
      <li>{script.ask}</li>
    </ol>
  );
}
