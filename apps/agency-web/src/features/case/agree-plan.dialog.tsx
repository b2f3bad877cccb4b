import { addDays, DateInput, FormDialog, Input, Note, RadioGroup, Select, Textarea, today, useFormat, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { AgreePlanDocument, ProposePlanDocument } from './commitment.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { type Frequency, isOutside, planPreview, type Rounding, roundings } from './plan-preview.rules';
import { useCaseWrite } from './use-case';

/**
 * Échéancier: sent to the debtor for his yes, or agreed on the telephone. Outside the mandate it is asked for with a reason. The preview
 * shows every rounding; the server holds it to the mandate.
 */
export function AgreePlanDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { owed, envelope } = theCase.plans;
  const [count, setCount] = useState(String(Math.max(1, Math.min(3, envelope.longestMonths))));
  const [firstDueOn, setFirstDueOn] = useState(addDays(today(), 7));
  const [frequency, setFrequency] = useState<Frequency>('MONTHLY');
  const [rounding, setRounding] = useState<Rounding>(envelope.rounding);
  const [way, setWay] = useState(theCase.debtor.email ? 'link' : 'phone');
  const instalments = Number(count);
  const isCount = Number.isInteger(instalments) && instalments >= 1 && instalments <= 120;
  const rows = isCount && firstDueOn ? planPreview(owed, instalments, firstDueOn, frequency) : [];
  const outside = isOutside(rows, rounding, frequency, envelope, today());
  const write = useCaseWrite(outside ? t('plan.asked') : way === 'link' ? t('plan.sent') : t('plan.done'));
  const plan = { caseId: theCase.id, instalments, firstDueOn, frequency, rounding };
  return (
    <FormDialog
      title={t('act.agreePlan')}
      aside={<DialogBrand theCase={theCase} />}
      submit={outside ? t('plan.ask') : way === 'link' ? t('plan.send') : t('plan.submit')}
      onClose={onClose}
      onSubmit={({ reason }, idempotencyKey) =>
        outside || way === 'link'
          ? write(ProposePlanDocument, { input: { ...plan, reason: outside ? reason : null, idempotencyKey } })
          : write(AgreePlanDocument, { input: { ...plan, idempotencyKey } })
      }
    >
      <p>{t('plan.over', { open: format.money(owed) })}</p>
      <div className="form-row">
        <Input
          label={t('plan.instalments')}
          name="instalments"
          type="number"
          min={1}
          max={120}
          required
          value={count}
          onChange={(event) => setCount(event.target.value)}
          data-autofocus=""
        />
        <Select
          label={t('plan.frequency')}
          name="frequency"
          value={frequency}
          onChange={(event) => setFrequency(event.target.value as Frequency)}
          options={[
            { value: 'MONTHLY', label: label('PlanFrequency', 'MONTHLY') },
            { value: 'FORTNIGHTLY', label: label('PlanFrequency', 'FORTNIGHTLY') },
            { value: 'WEEKLY', label: label('PlanFrequency', 'WEEKLY') },
          ]}
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
      <RadioGroup
        legend={t('plan.rounding')}
        name="rounding"
        value={rounding}
        onChange={(value) => setRounding(value as Rounding)}
        options={roundings.map((value) => ({ value, label: label('PlanRounding', value) }))}
      />
      {rows.length > 0 && (
        <section className="plan-preview" aria-label={t('plan.preview')} tabIndex={0}>
          <table className="plain">
            <caption className="visually-hidden">{t('plan.preview')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field.dueOn')}</th>
                {roundings.map((each) => (
                  <th scope="col" key={each} className={each === rounding ? 'amount chosen' : 'amount soft'}>
                    {label('PlanRounding', each)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.number}>
                  <th scope="row">{format.day(row.dueOn)}</th>
                  {roundings.map((each) => (
                    <td key={each} className={each === rounding ? 'amount chosen' : 'amount soft'}>
                      {format.money(row.amounts[each])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {outside ? (
        <>
          <Note tone="warning">{envelope.approver === 'CLIENT' ? t('plan.outsideClient') : t('plan.outsideManager')}</Note>
          <Textarea label={t('plan.reason')} name="reason" required maxLength={1000} />
        </>
      ) : (
        <RadioGroup
          legend={t('plan.way')}
          name="way"
          value={way}
          onChange={setWay}
          options={[
            { value: 'link', label: t('plan.byLink'), hint: t('plan.byLinkHint') },
            { value: 'phone', label: t('plan.byPhone'), hint: t('plan.byPhoneHint') },
          ]}
        />
      )}
    </FormDialog>
  );
}
