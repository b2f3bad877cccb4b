import { SignedIn, useSignIn } from '@amiable/web-kit';
import { config } from './config';
import { Console } from './console';
import { useT } from './i18n/use-t';
import { signIn, useMe } from './me';

export function App() {
  const t = useT();
  const reading = useMe();
  const enter = useSignIn(signIn);
  return (
    <SignedIn reading={reading} name={config.name} lead={t('signIn.lead')} onSignIn={enter}>
      {(me) => <Console me={me} />}
    </SignedIn>
  );
}
