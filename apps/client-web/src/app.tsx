import { ErrorNote, request, setAccountLanguage, SignInPage, Skeleton } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { config } from './config';
import { InvitationPage } from './features/invitation/invitation.page';
import { useT } from './i18n/use-t';
import { changeUser, SignInDocument, useMe } from './me';
import { Portal } from './portal';

/** Nobody signed in: the sign-in page stands at the same address, so that signing in leads on to where one was. */
export function App() {
  const t = useT();
  const me = useMe();
  const queryClient = useQueryClient();
  const language = me.data?.me?.user.language;
  useEffect(() => {
    if (language) setAccountLanguage(language === 'FR' ? 'fr' : 'en');
  }, [language]);

  const invitation = /^\/invitation\/([\w-]+)$/.exec(useLocation().pathname)?.[1];
  if (invitation) return <InvitationPage token={invitation} />;
  if (me.isPending)
    return (
      <main>
        <Skeleton />
      </main>
    );
  if (me.error)
    return (
      <main>
        <ErrorNote error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  if (me.data.me) return <Portal me={me.data.me} />;
  const signIn = async (email: string, password: string) => {
    const { signIn: signedIn } = await request(SignInDocument, { input: { email, password } });
    changeUser(queryClient, signedIn);
  };
  return <SignInPage name={config.name} lead={t('signIn.lead')} onSignIn={signIn} />;
}
