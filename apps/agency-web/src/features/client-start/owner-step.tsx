import { Input, request, Select } from '@amiable/web-kit';
import { InviteClientUserDocument } from '../../client-page.documents';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';
import { StepForm } from '../../step-form';

/** Somebody of the company looks on: the portal's first user chooses a password by a link in a mail. */
export function OwnerStep({ client, keep }: { client: TheClient; keep: (client: TheClient) => void }) {
  const t = useT();
  return (
    <StepForm
      submit={t('start.invite')}
      onSubmit={async ({ name, email, language }, _, idempotencyKey) => {
        const input = {
          clientId: client.id,
          name: name!,
          email: email!,
          role: 'OWNER' as const,
          language: language as 'FR' | 'EN',
          idempotencyKey,
        };
        keep((await request(InviteClientUserDocument, { input })).inviteClientUser);
      }}
    >
      <p>{t('start.ownerText')}</p>
      <Input label={t('user.name')} name="name" required maxLength={80} autoComplete="off" />
      <Input label={t('user.email')} name="email" type="email" required autoComplete="off" />
      <Select
        label={t('user.language')}
        name="language"
        options={[
          { value: 'FR', label: 'Français' },
          { value: 'EN', label: 'English' },
        ]}
      />
    </StepForm>
  );
}
