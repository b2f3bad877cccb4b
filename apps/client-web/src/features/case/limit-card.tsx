import { Button, Card, DateInput, Facts, FormDialog, Input, MoneyInput, today, useFormat } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { type CaseStory, useRecordCreditLimit } from './use-case';

/** Encours autorisé: what the company lets this debtor owe, and how much of it is used. */
export function LimitCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const mayLimit = useMay()('limit:Case');
  const [open, setOpen] = useState(false);
  const { creditLimit: limit } = theCase;
  if (!limit && !mayLimit) return null;
  return (
    <Card title={t('limit.title')}>
      {limit ? (
        <Facts
          rows={[
            [
              limit.source,
              limit.isOver
                ? t('limit.over', { amount: format.money(limit.amount), day: format.day(limit.until!) })
                : format.money(limit.amount),
            ],
            limit.until && !limit.isOver ? [t('limit.lastDay'), format.day(limit.until)] : null,
            [
              t('limit.used'),
              <span key="used" className={!limit.isOver && limit.usedPercent > 100 ? 'overdue' : undefined}>
                {t('limit.exposure', { exposure: format.money(limit.exposure), percent: format.percent(String(limit.usedPercent)) })}
              </span>,
            ],
          ]}
        />
      ) : (
        <p className="soft">{t('limit.none')}</p>
      )}
      {mayLimit && <Button onClick={() => setOpen(true)}>{t('limit.record')}</Button>}
      {open && <LimitDialog theCase={theCase} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function LimitDialog({ theCase, onClose }: { theCase: CaseStory; onClose: () => void }) {
  const t = useT();
  const record = useRecordCreditLimit();
  const { creditLimit: limit } = theCase;
  return (
    <FormDialog
      title={t('limit.record')}
      submit={t('limit.submit')}
      onClose={onClose}
      onSubmit={({ amount, source, until }, idempotencyKey) =>
        record({ caseId: theCase.id, amount: amount!, source: source!, until: until || null, idempotencyKey })
      }
    >
      <MoneyInput
        label={t('limit.title')}
        hint={t('limit.amountHint')}
        name="amount"
        currency={theCase.open.currency}
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
      <DateInput label={t('limit.lastDayOptional')} name="until" min={today()} />
    </FormDialog>
  );
}
