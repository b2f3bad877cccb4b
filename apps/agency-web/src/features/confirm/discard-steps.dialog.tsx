import { FormDialog, request, Textarea } from '@amiable/web-kit';
import type { ConfirmStepsInput } from '@documents';
import { useT } from '../../i18n/use-t';
import { DiscardStepsDocument } from './confirm.documents';

/** The step is left out for these cases, with a reason in their story. */
export function DiscardStepsDialog({
  wish,
  count,
  onDone,
  onClose,
}: {
  wish: Omit<ConfirmStepsInput, 'idempotencyKey'>;
  count: number;
  onDone: (count: number) => Promise<void>;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <FormDialog
      title={t('confirm.asideTitle', { count })}
      submit={t('confirm.aside')}
      onClose={onClose}
      onSubmit={async ({ reason }, idempotencyKey) => {
        const { discardSteps } = await request(DiscardStepsDocument, { input: { ...wish, reason: reason ?? '', idempotencyKey } });
        await onDone(discardSteps);
      }}
    >
      <p className="soft">{t('confirm.asideText')}</p>
      <Textarea label={t('step.reason')} name="reason" required maxLength={300} data-autofocus="" />
    </FormDialog>
  );
}
