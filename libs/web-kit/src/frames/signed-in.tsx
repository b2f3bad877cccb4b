import { useEffect, type ReactNode } from 'react';
import { setAccountLanguage } from '../settings/settings';
import { ErrorNote, Skeleton } from '../ui/states';
import { SignInPage } from './sign-in-page';

/** What is known of who is signed in, as `useRead` answers it; `me` is null when nobody is. */
interface Reading<Me> {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly data?: { readonly me?: Me | null };
  refetch(): unknown;
}

/** Nobody signed in: the sign-in page stands at the same address, so that signing in leads on to where one was. */
export function SignedIn<Me extends { readonly user: { readonly language: string } }>({
  reading,
  name,
  lead,
  onSignIn,
  children,
}: {
  reading: Reading<Me>;
  name: string;
  lead: string;
  onSignIn: (email: string, password: string) => Promise<unknown>;
  children: (me: Me) => ReactNode;
}) {
  const me = reading.data?.me;
  const language = me?.user.language;
  useEffect(() => {
    if (language) setAccountLanguage(language === 'FR' ? 'fr' : 'en');
  }, [language]);
  if (reading.isPending)
    return (
      <main>
        <Skeleton />
      </main>
    );
  if (reading.error)
    return (
      <main>
        <ErrorNote error={reading.error} onRetry={() => void reading.refetch()} />
      </main>
    );
  if (me) return children(me);
  return <SignInPage name={name} lead={lead} onSignIn={onSignIn} />;
}
