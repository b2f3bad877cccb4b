import { AppShell, Button, changeUser, type NavItem, request, useFormat, useLabels, ViewBanner } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useHomeIfThere } from './home';
import { useT } from './i18n/use-t';
import { Live } from './live';
import { EndViewDocument, SignOutDocument, useMay, useMe } from './me';
import { PortalRoutes } from './routes';

type Me = NonNullable<NonNullable<ReturnType<typeof useMe>['data']>['me']>;

/** The portal around its pages: navigation, what waits, as of when the figures are. */
export function Portal({ me }: { me: Me }) {
  const t = useT();
  const { label } = useLabels();
  const { pathname } = useLocation();
  const queryClient = useQueryClient();
  const may = useMay();
  const waiting = useHomeIfThere().data?.home.waiting.length ?? 0;
  useEffect(() => {
    document.title = `${me.companyName} · ${me.agencyName}`;
  }, [me]);
  const signOut = async () => {
    await request(SignOutDocument, {}).catch(() => {});
    changeUser(queryClient, null);
  };
  const endView = () =>
    request(EndViewDocument, {}).finally(() => {
      window.close(); // the console opened it; where it did not, the portal asks who one is
      window.location.assign('/client/');
    });
  const nav: NavItem[] = [
    {
      to: '/',
      label: t('nav.home'),
      icon: 'today',
      ...(waiting > 0 && {
        count: (
          <span className="waiting-count" title={t('waiting.title', { count: waiting })}>
            {waiting}
          </span>
        ),
      }),
    },
    { to: '/cases', label: t('nav.cases'), icon: 'cases' },
    { to: '/movements', label: t('nav.movements'), icon: 'money' },
    ...(may('read:Remittance') ? [{ to: '/remittances', label: t('nav.remittances'), icon: 'remit' } as const] : []),
    ...(may('edit:Brand') ? [{ to: '/brand', label: t('nav.brand'), icon: 'brand' } as const] : []),
  ];
  return (
    <AppShell
      name={me.agencyName}
      nav={nav}
      user={{ name: me.user.name, email: me.user.email, role: label('ClientRole', me.user.role) }}
      onSignOut={() => void signOut()}
      top={<Top companyName={me.companyName} />}
      notice={me.viewedUntil && <ViewBanner name={me.user.name} until={me.viewedUntil} onEnd={() => void endView()} />}
    >
      <Live />
      <PortalRoutes pathname={pathname} />
    </AppShell>
  );
}

/** Whose portal it is, and as of when; one press asks everything again. */
function Top({ companyName }: { companyName: string }) {
  const t = useT();
  const { time } = useFormat();
  const queryClient = useQueryClient();
  const { data, isFetching } = useHomeIfThere();
  return (
    <div className="top-company">
      <strong>{companyName}</strong>
      {data && (
        <Button
          kind="quiet"
          className="stamp"
          icon="clock"
          title={t('stamp.refresh')}
          busy={isFetching}
          onClick={() => void queryClient.invalidateQueries()}
        >
          <span role="status">{isFetching ? t('stamp.asking') : t('stamp.asOf', { time: time(data.home.asOf) })}</span>
          <span className="visually-hidden">{` ${t('stamp.refresh')}`}</span>
        </Button>
      )}
    </div>
  );
}
