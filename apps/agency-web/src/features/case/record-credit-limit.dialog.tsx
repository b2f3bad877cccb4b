import { DateInput, FormDialog, Input, MoneyInput, today } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { RecordCreditLimitDocument } from './case-money.documents';
import { useCaseWrite, type CaseStory } from './use-case';

/** Encours autorisé: what this client, or its insurer, lets the debtor owe. */
export function RecordCreditLimitDialog({ theCase, onClose }: { theCase: CaseStory; onClose: () => void }) {
  const t = useT();
  const write = useCaseWrite(t('limit.done'));
  const { limit } = theCase.payer;
  return (
    <FormDialog
      title={t('limit.record')}
      submit={t('limit.submit')}
      onClose={onClose}
      onSubmit={({ amount, source, until }, idempotencyKey) =>
        write(RecordCreditLimitDocument, {
          input: { caseId: theCase.id, amount: amount!, source: source!, until: until || null, idempotencyKey },
        })
      }
    >
      <MoneyInput
        label={t('limit.amount')}
        hint={t('limit.amountHint')}
        name="amount"
        currency={theCase.balance.open.currency}
        {...(limit ? { initial: limit.amount.amount } : {})}
        required
        data-autofocus=""
      />
      <Input
        label={t('limit.source')}
        hint={t('limit.sourceHint')}
        name="source"
        required
        maxLength={80}
        defaultValue={limit?.source ?? ''}
      />
      <DateInput label={t('limit.lastDay')} name="until" min={today()} />
    </FormDialog>
  );
}
