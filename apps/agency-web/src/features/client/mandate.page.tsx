import { Card, Note, PageHead, useToast } from '@amiable/web-kit';
import { Link, useNavigate, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { MandateForm } from '../../mandate-form';
import { useClientPage } from '../../use-client-page';

/** The next version of the contract: cases and plans that run keep the one they were placed under. */
export default function MandatePage() {
  const t = useT();
  const navigate = useNavigate();
  const toast = useToast();
  const { client, keep } = useClientPage(useParams().clientId!);
  const back = `/clients/${client.id}`;
  return (
    <div className="stack">
      <PageHead title={t('mandate.nextTitle', { client: client.name })} lead={<Link to={back}>{client.name}</Link>} />
      <Note>{t('mandate.nextLead')}</Note>
      <Card title={t('start.mandate')}>
        <MandateForm
          client={client}
          keep={(answer) => {
            keep(answer);
            toast({ text: t('mandate.nextDone', { version: answer.mandate?.version ?? 1 }) });
            void navigate(back);
          }}
        />
      </Card>
    </div>
  );
}
