import { addDays, DateInput, FormDialog, RadioGroup, request, Textarea, today, useSentences, useToast } from '@amiable/web-kit';
import { useState } from 'react';
import { SettleAlertDocument } from './alert.documents';
import { useT } from './i18n/use-t';
import { type Alert, useKeepAlerts } from './use-alerts';

/** Done with it, or not before a day; the reason stays in the story of the case. */
export function SettleAlertDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const keep = useKeepAlerts();
  const { alert: sentence } = useSentences();
  const [act, setAct] = useState('dismiss');
  return (
    <FormDialog
      title={alert.debtorName}
      submit={act === 'dismiss' ? t('alerts.dismiss') : t('alerts.snooze')}
      onClose={onClose}
      onSubmit={async ({ reason, until }, idempotencyKey) => {
        const { settleAlert } = await request(SettleAlertDocument, {
          input: { alertId: alert.id, reason: reason!, until: act === 'dismiss' ? null : until!, idempotencyKey },
        });
        keep(settleAlert);
        toast({ text: act === 'dismiss' ? t('alerts.dismissed') : t('alerts.snoozed') });
      }}
    >
      <p>{sentence(alert.kind, alert.facts)}</p>
      <RadioGroup
        inline
        legend={t('alerts.act')}
        name="act"
        value={act}
        onChange={setAct}
        options={[
          { value: 'dismiss', label: t('alerts.dismiss') },
          { value: 'snooze', label: t('alerts.snooze') },
        ]}
      />
      {act === 'snooze' && (
        <DateInput label={t('alerts.until')} name="until" min={addDays(today(), 1)} defaultValue={addDays(today(), 3)} required />
      )}
      <Textarea label={t('alerts.reason')} name="reason" required maxLength={500} data-autofocus="" />
    </FormDialog>
  );
}
