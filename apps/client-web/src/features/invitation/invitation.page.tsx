import { Button, ErrorNote, FieldErrors, Input, Refusal, request, useErrorSentence, useSignIn } from '@amiable/web-kit';
import { graphql } from '@documents';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import { signIn } from '../../me';

const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input)
  }
`);

/** Where the link of an invitation leads: a first password, and one is in. */
export function InvitationPage({ token }: { token: string }) {
  const t = useT();
  const navigate = useNavigate();
  const sentence = useErrorSentence();
  const enter = useSignIn(signIn);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = error instanceof Refusal ? error.field : null;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    setError(undefined);
    try {
      const { acceptInvitation: email } = await request(AcceptInvitationDocument, { input: { token, password } });
      await enter(email, password);
      await navigate('/', { replace: true });
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <FieldErrors value={field ? { [field]: sentence(error) } : {}}>
        <form className="card" onSubmit={(event) => void send(event)}>
          <h1>{t('invitation.title')}</h1>
          <p className="soft">{t('invitation.lead')}</p>
          <ErrorNote error={error} />
          <Input
            label={t('invitation.password')}
            hint={t('invitation.hint')}
            name="password"
            type="password"
            required
            minLength={12}
            autoComplete="new-password"
          />
          <Button type="submit" kind="primary" busy={busy}>
            {t('invitation.submit')}
          </Button>
        </form>
      </FieldErrors>
    </main>
  );
}
