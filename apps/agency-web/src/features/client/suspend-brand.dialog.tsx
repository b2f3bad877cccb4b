import { FormDialog, request, Textarea, useToast } from '@amiable/web-kit';
import { SuspendBrandDocument } from '../../client-page.documents';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';

/** Shuts the debtor pages of a brand at once, with the reason. */
export function SuspendBrandDialog({
  brand,
  keep,
  onClose,
}: {
  brand: TheClient['brands'][number];
  keep: (client: TheClient) => void;
  onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  return (
    <FormDialog
      title={t('suspend.title', { brand: brand.name })}
      submit={t('suspend.act')}
      onClose={onClose}
      onSubmit={async ({ reason }, idempotencyKey) => {
        const { suspendBrand } = await request(SuspendBrandDocument, { input: { brandId: brand.id, reason: reason!, idempotencyKey } });
        keep(suspendBrand);
        toast({ text: t('suspend.done') });
      }}
    >
      <p>{t('suspend.effect')}</p>
      <Textarea label={t('suspend.reason')} name="reason" required maxLength={500} data-autofocus="" />
    </FormDialog>
  );
}
