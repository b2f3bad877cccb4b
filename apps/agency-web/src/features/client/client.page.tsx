import { Badge, Button, Card, Facts, Note, PageHead, useFormat, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { isLive, type TheClient, useClientPage } from '../../use-client-page';
import { ViewAsDialog } from '../../view-as.dialog';
import { BrandsCard } from './brands-card';
import { InviteUserDialog } from './invite-user.dialog';
import { MandateCard } from './mandate-card';

/** A client opened: who it is, its brands and addresses, what the mandate says, its scenario and its people. */
export default function ClientPage() {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const { client, keep } = useClientPage(useParams().clientId!);
  return (
    <div className="stack">
      <PageHead
        title={client.name}
        lead={t('client.lead', { count: client.openCases, open: format.money(client.open) })}
        actions={
          <>
            <Link className="button" to={`/cases?client=${client.id}`}>
              {t('client.cases')}
            </Link>
            <Link className="button" to={`/imports?client=${client.id}`}>
              {t('nav.imports')}
            </Link>
          </>
        }
      />
      {!isLive(client) && may('open:Client') && (
        <Note>
          {t('client.notLive')} <Link to={`/clients/${client.id}/start`}>{t('client.goOn')}</Link>
        </Note>
      )}
      <div className="columns">
        <Card title={t('client.identity')}>
          <Facts
            rows={[
              [t('company.legalName'), client.legalName],
              [t('company.siren'), client.siren],
              client.vatNumber ? [t('client.vatNumber'), client.vatNumber] : null,
              [t('company.addressLine'), `${client.addressLine}, ${client.postcode} ${client.city}`],
              [t('company.email'), client.email],
              [t('company.phone'), client.phone],
              client.settlementIban ? [t('company.settlementIban'), `${client.settlementHolder ?? ''} ${client.settlementIban}`] : null,
              [t('client.since'), format.instant(client.since)],
            ]}
          />
        </Card>
        <BrandsCard client={client} keep={keep} mayEdit={may('edit:Brand')} />
        <MandateCard client={client} mayRevise={may('open:Client') && client.mandate !== null} />
        <Scenario client={client} />
        <Templates client={client} mayEdit={may('edit:Template')} />
        <Users client={client} keep={keep} mayInvite={may('open:Client')} />
      </div>
    </div>
  );
}

function Scenario({ client: { id, scenario } }: { client: TheClient }) {
  const t = useT();
  const { label } = useLabels();
  if (!scenario)
    return (
      <Card title={t('start.scenario')}>
        <p className="soft">{t('client.noScenario')}</p>
      </Card>
    );
  return (
    <Card
      title={scenario.name}
      actions={
        <Link className="button" to={`/clients/${id}/scenarios`}>
          {t('scenario.all')}
        </Link>
      }
    >
      <ol className="stack">
        {scenario.steps.map(({ name, channel, daysFromDue }) => (
          <li key={`${daysFromDue} ${name}`} className="client-row">
            <span>
              {name} <small className="soft">{label('StepChannel', channel)}</small>
            </span>
            <span className="nowrap soft">
              {t(daysFromDue < 0 ? 'client.beforeDue' : 'client.afterDue', { count: Math.abs(daysFromDue) })}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Templates({ client: { id }, mayEdit }: { client: TheClient; mayEdit: boolean }) {
  const t = useT();
  return (
    <Card
      title={t('templates.title')}
      actions={
        mayEdit && (
          <Link className="button" to={`/clients/${id}/templates`}>
            {t('templates.open')}
          </Link>
        )
      }
    >
      <p className="soft">{t(mayEdit ? 'templates.cardText' : 'templates.notYoursText')}</p>
    </Card>
  );
}

function Users({ client, keep, mayInvite }: { client: TheClient; keep: (client: TheClient) => void; mayInvite: boolean }) {
  const t = useT();
  const { label } = useLabels();
  const [inviting, setInviting] = useState(false);
  const mayView = useMay()('viewAs:User');
  const [viewed, setViewed] = useState<TheClient['users'][number] | null>(null);
  return (
    <Card
      title={t('client.users')}
      actions={
        mayInvite && (
          <Button icon="plus" onClick={() => setInviting(true)}>
            {t('start.invite')}
          </Button>
        )
      }
    >
      {client.users.length === 0 && <p className="soft">{t('client.noUser')}</p>}
      <ul className="stack">
        {client.users.map((user) => (
          <li key={user.id} className="client-row">
            <span>
              <strong>{user.name}</strong> <small className="soft">{user.email}</small>
            </span>
            <span className="cluster">
              <small>{label('ClientRole', user.role)}</small>
              {user.access !== 'ACTIVE' && <Badge tone="warning">{label('UserAccess', user.access)}</Badge>}
              {mayView && user.access === 'ACTIVE' && (
                <Button kind="quiet" icon="eye" onClick={() => setViewed(user)} aria-label={t('viewAs.actOf', { name: user.name })}>
                  {t('viewAs.act')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {viewed && <ViewAsDialog user={{ name: viewed.name, clientUserId: viewed.id }} onClose={() => setViewed(null)} />}
      {inviting && <InviteUserDialog client={client} keep={keep} onClose={() => setInviting(false)} />}
    </Card>
  );
}
