import { addDays, DateInput, FormDialog, Input, Note, today, useFormat } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { AgreePlanDocument } from './case.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { planPreview } from './plan-preview.rules';
import { useCaseWrite } from './use-case';

/** Échéancier over the open balance, one instalment a month; the server holds it to the mandate. */
export function AgreePlanDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const format = useFormat();
  const write = useCaseWrite(t('plan.done'));
  const [count, setCount] = useState('3');
  const [firstDueOn, setFirstDueOn] = useState(addDays(today(), 7));
  const { open } = theCase.balance;
  const instalments = Number(count);
  const rows =
    Number.isInteger(instalments) && instalments >= 2 && instalments <= 60 && firstDueOn ? planPreview(open, instalments, firstDueOn) : [];
  return (
    <FormDialog
      title={t('act.agreePlan')}
      aside={<DialogBrand theCase={theCase} />}
      submit={t('plan.submit')}
      onClose={onClose}
      onSubmit={(_, idempotencyKey) => write(AgreePlanDocument, { input: { caseId: theCase.id, instalments, firstDueOn, idempotencyKey } })}
    >
      <p>{t('plan.over', { open: format.money(open) })}</p>
      <div className="form-row">
        <Input
          label={t('plan.instalments')}
          name="instalments"
          type="number"
          min={2}
          max={60}
          required
          value={count}
          onChange={(event) => setCount(event.target.value)}
          data-autofocus=""
        />
        <DateInput
          label={t('plan.firstDueOn')}
          name="firstDueOn"
          min={today()}
          required
          value={firstDueOn}
          onChange={(event) => setFirstDueOn(event.target.value)}
        />
      </div>
      {rows.length > 0 && (
        <ol className="commitments plan-preview">
          {rows.map((row) => (
            <li key={row.number}>
              <span>{format.day(row.dueOn)}</span>
              <strong>{format.money(row.amount)}</strong>
            </li>
          ))}
        </ol>
      )}
      <Note>{t('plan.preview')}</Note>
    </FormDialog>
  );
}
