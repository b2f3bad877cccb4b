import { SignedIn, useSignIn } from '@amiable/web-kit';
import { useLocation } from 'react-router';
import { config } from './config';
import { InvitationPage } from './features/invitation/invitation.page';
import { useT } from './i18n/use-t';
import { signIn, useMe } from './me';
import { Portal } from './portal';

export function App() {
  const t = useT();
  const reading = useMe();
  const enter = useSignIn(signIn);
  const invitation = /^\/invitation\/([\w-]+)$/.exec(useLocation().pathname)?.[1];
  if (invitation) return <InvitationPage token={invitation} />;
  return (
    <SignedIn reading={reading} name={config.name} lead={t('signIn.lead')} onSignIn={enter}>
      {(me) => <Portal me={me} />}
    </SignedIn>
  );
}
