import { FormDialog, request, Textarea } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useT } from './i18n/use-t';

const OpenViewDocument = graphql(`
  mutation OpenView($input: ViewAsInput!) {
    openView(input: $input)
  }
`);

/** Whose eyes: a colleague's in the console, or those of a client's user in the portal. */
export type ViewedUser = { readonly name: string } & ({ readonly staff: string } | { readonly clientUserId: string });

/** Voir comme: read-only, for half an hour, with a reason that stays on record. */
export function ViewAsDialog({ user, onClose }: { user: ViewedUser; onClose: () => void }) {
  const t = useT();
  return (
    <FormDialog
      title={t('viewAs.title', { name: user.name })}
      submit={t('viewAs.submit')}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        const { name: _, ...whom } = user;
        await request(OpenViewDocument, { input: { ...whom, reason: reason! } });
        if ('staff' in user) window.location.assign('/agency/');
        else if (!window.open('/client/', '_blank')) window.location.assign('/client/');
      }}
    >
      <p>{t('viewAs.effect')}</p>
      <Textarea label={t('viewAs.reason')} name="reason" required minLength={5} maxLength={300} data-autofocus="" />
    </FormDialog>
  );
}
