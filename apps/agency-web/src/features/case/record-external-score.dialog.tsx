import { DateInput, FormDialog, Input, today } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { RecordExternalScoreDocument } from './case-money.documents';
import { useCaseWrite, type CaseStory } from './use-case';

/** Note externe: what a bureau or an insurer says of the debtor, with its source and day. */
export function RecordExternalScoreDialog({ theCase, onClose }: { theCase: CaseStory; onClose: () => void }) {
  const t = useT();
  const write = useCaseWrite(t('payer.done'));
  return (
    <FormDialog
      title={t('payer.record')}
      submit={t('payer.submit')}
      onClose={onClose}
      onSubmit={({ source, value, scale, scoredOn }, idempotencyKey) =>
        write(RecordExternalScoreDocument, {
          input: { caseId: theCase.id, source: source!, value: value!, scale: scale || null, scoredOn: scoredOn!, idempotencyKey },
        })
      }
    >
      <Input label={t('payer.source')} hint={t('payer.sourceHint')} name="source" required maxLength={80} data-autofocus="" />
      <Input label={t('payer.value')} hint={t('payer.valueHint')} name="value" required maxLength={40} />
      <Input label={t('payer.scale')} name="scale" maxLength={80} />
      <DateInput label={t('payer.scoredOn')} name="scoredOn" required max={today()} defaultValue={today()} />
    </FormDialog>
  );
}
