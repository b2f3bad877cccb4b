import { type FormEvent, type ReactNode, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';
import { Input } from '../ui/field';
import { ErrorNote } from '../ui/states';
import { LanguageChoice } from './app-shell';

/** E-mail and password, pasteable and known to password managers. */
export function SignInPage({
  name,
  lead,
  note,
  onSignIn,
}: {
  name: string;
  lead: string;
  note?: ReactNode;
  onSignIn: (email: string, password: string) => Promise<unknown>;
}) {
  const t = useKitT();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    setBusy(true);
    setError(undefined);
    try {
      await onSignIn(String(values.get('email')).trim(), String(values.get('password')));
    } catch (refusal) {
      setError(refusal);
      form.querySelector<HTMLInputElement>('[name=password]')?.select();
    }
    setBusy(false);
  };
  return (
    <main className="sign-in" id="main">
      <div className="card">
        <p className="app-name">{name}</p>
        <h1>{t('kit.signIn')}</h1>
        <p className="soft">{lead}</p>
        <form className="form" onSubmit={(event) => void send(event)}>
          <ErrorNote error={error} />
          <Input label={t('kit.email')} name="email" type="email" autoComplete="username" required autoFocus />
          <Input label={t('kit.password')} name="password" type="password" autoComplete="current-password" required />
          <Button type="submit" kind="primary" busy={busy}>
            {t('kit.signIn')}
          </Button>
        </form>
        {note}
      </div>
      <LanguageChoice />
    </main>
  );
}
