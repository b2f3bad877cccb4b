import { FormDialog, Input, request, Select, useLabels } from '@amiable/web-kit';
import { InviteClientUserDocument } from '../../client-page.documents';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';

const roles = ['OWNER', 'FINANCE', 'MANAGER', 'READER'] as const;

/** One more user of the client's portal, by a link in a mail; somebody invited before gets a new link. */
export function InviteUserDialog({ client, keep, onClose }: { client: TheClient; keep: (client: TheClient) => void; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  return (
    <FormDialog
      title={t('start.owner')}
      submit={t('start.invite')}
      onClose={onClose}
      onSubmit={async ({ name, email, role, language }, idempotencyKey) => {
        const input = { clientId: client.id, name: name!, email: email!, role: role as never, language: language as never, idempotencyKey };
        keep((await request(InviteClientUserDocument, { input })).inviteClientUser);
      }}
    >
      <Input label={t('user.name')} name="name" required maxLength={80} autoComplete="off" data-autofocus="" />
      <Input label={t('user.email')} name="email" type="email" required autoComplete="off" />
      <Select label={t('user.role')} name="role" options={roles.map((role) => ({ value: role, label: label('ClientRole', role) }))} />
      <Select
        label={t('user.language')}
        name="language"
        options={[
          { value: 'FR', label: 'Français' },
          { value: 'EN', label: 'English' },
        ]}
      />
    </FormDialog>
  );
}
