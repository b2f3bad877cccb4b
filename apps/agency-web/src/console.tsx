import {
  activeShortcuts,
  AppShell,
  Button,
  changeUser,
  type Command,
  CommandPalette,
  Icon,
  type NavItem,
  request,
  type Shortcut,
  ShortcutSheet,
  useFormat,
  useLabels,
  useShortcuts,
  ViewBanner,
} from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { AlertBell } from './alert-bell';
import { chooseQueue } from './chosen-queue';
import { forgetSearches } from './features/search/recent-searches';
import { SearchDocument } from './features/search/search.documents';
import { type Key, useT } from './i18n/use-t';
import { Live } from './live';
import { EndViewDocument, SignOutDocument, useMay, useMe } from './me';
import { ConsoleRoutes } from './routes';
import { useApprovals, useDecisionNews } from './use-approvals';
import { useAccountShortcuts } from './use-account-shortcuts';

const SearchDialog = lazy(() => import('./features/search/search.dialog'));

type Me = NonNullable<NonNullable<ReturnType<typeof useMe>['data']>['me']>;
/** Every page: its address, words, icon, keys and the ability it needs. */
const pages = [
  { to: '/', label: 'nav.day', icon: 'today', keys: 'g d', needs: 'work:Queue' },
  { to: '/queue', label: 'nav.queue', icon: 'queue', keys: 'g q', needs: 'work:Queue' },
  { to: '/cases', label: 'nav.cases', icon: 'cases', keys: 'g c', needs: 'read:Case' },
  { to: '/approvals', label: 'nav.approvals', icon: 'check', keys: 'g a', needs: 'read:Approval' },
  { to: '/confirm', label: 'nav.confirm', icon: 'letter', keys: 'g s', needs: 'confirm:Step' },
  { to: '/team', label: 'nav.team', icon: 'users', keys: 'g e', needs: 'read:Team' },
  { to: '/quality', label: 'nav.quality', icon: 'eye', keys: 'g o', needs: 'read:ContactReview' },
  { to: '/imports', label: 'nav.imports', icon: 'import', keys: 'g i', needs: 'import:Invoices' },
  { to: '/movements', label: 'nav.movements', icon: 'money', keys: 'g m', needs: 'read:Movement' },
  { to: '/remittances', label: 'nav.remittances', icon: 'remit', keys: 'g r', needs: 'order:Remittance' },
  { to: '/clients', label: 'nav.clients', icon: 'clients', keys: 'g k', needs: 'read:Client' },
] as const satisfies ReadonlyArray<NavItem & { label: Key; keys: string; needs: string }>;

type Page = NavItem & { keys: string };

/** The console around its pages: navigation, search, the keys that work everywhere. */
export function Console({ me }: { me: Me }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const queryClient = useQueryClient();
  const may = useMay();
  useAccountShortcuts(me);
  const approvals = useApprovals();
  useDecisionNews(approvals);
  const toDecide = approvals?.waiting.length ?? 0;
  const [open, setOpen] = useState<'search' | 'palette' | 'sheet' | null>(null);
  const close = () => setOpen(null);
  // What the page offers by a key now is offered in the palette by name.
  const [ofThePage, setOfThePage] = useState<readonly Shortcut[]>([]);
  const openPalette = () => {
    setOfThePage(activeShortcuts().filter(({ keys }) => keys !== 'mod+k' && keys !== '?' && !keys.startsWith('g ')));
    setOpen('palette');
  };

  const mine = pages
    .filter(({ needs }) => may(needs))
    .map<Page>((page) => ({
      ...page,
      label: t(page.label),
      ...(page.to === '/approvals' && toDecide > 0 && { count: format.count(toDecide) }),
    }));
  const goTo = mine.map<Shortcut>(({ to, label: name, keys }) => ({ keys, label: t('keys.goTo', { name }), run: () => void navigate(to) }));
  const setAbsence = () => void navigate('/team?absence=new');
  useShortcuts([
    { keys: '/', label: t('search.title'), run: () => setOpen('search') },
    { keys: 'mod+k', label: t('kit.palette'), run: openPalette },
    { keys: '?', label: t('kit.shortcuts'), run: () => setOpen('sheet') },
    ...goTo,
    ...(may('set:Absence') ? [{ keys: 'g x', label: t('absence.ofColleague'), run: setAbsence }] : []),
  ]);
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<Command[]> => {
      const { search: found } = await request(SearchDocument, { text: text.replace(/^#/, '') }, signal);
      const hits = text.startsWith('#') ? found.cases : [...found.cases, ...found.debtors, ...found.invoices];
      return hits.slice(0, 8).map(({ caseId, reference, debtorName, open: owed, client }, n) => ({
        id: `${n} ${caseId}`,
        label: debtorName,
        note: `${reference} · ${client.name} · ${format.money(owed)}`,
        icon: 'cases',
        run: () => void navigate(`/cases/${caseId}`),
      }));
    },
    [format, navigate],
  );
  const signOut = async () => {
    await request(SignOutDocument, {}).catch(() => {});
    forgetSearches();
    chooseQueue(null);
    changeUser(queryClient, null);
  };
  const endView = () => request(EndViewDocument, {}).finally(() => window.location.assign('/agency/team'));
  const commands: Command[] = [
    ...ofThePage.map(({ keys, label: name, run }) => ({ id: `key ${keys}`, label: name, keys, run })),
    ...mine.map(({ to, label: name, icon, keys }) => ({ id: to, label: name, icon, keys, run: () => void navigate(to) })),
    ...(may('set:Absence')
      ? [{ id: 'absence', label: t('absence.ofColleague'), icon: 'users', keys: 'g x', run: setAbsence } as const]
      : []),
    { id: 'sheet', label: t('kit.shortcuts'), icon: 'info', keys: '?', run: () => setOpen('sheet') },
    { id: 'sign-out', label: t('kit.signOut'), icon: 'user', run: () => void signOut() },
  ];
  return (
    <AppShell
      name={me.agencyName}
      nav={mine}
      user={{ name: me.user.name, email: me.user.email, role: label('StaffRole', me.user.role) }}
      onSignOut={() => void signOut()}
      hasLetterKeys
      beside={<AlertBell />}
      notice={me.viewedBy && <ViewBanner name={me.user.name} until={me.viewedBy.until} onEnd={() => void endView()} />}
      top={
        <Button className="search-button" onClick={() => setOpen('search')}>
          <Icon name="search" /> <span className="search-words">{t('search.button')}</span> <kbd className="key">/</kbd>
        </Button>
      }
    >
      <Live />
      {pathname === '/' && mine[0] && mine[0].to !== '/' ? <Navigate to={mine[0].to} replace /> : <ConsoleRoutes pathname={pathname} />}
      {open === 'search' && (
        <Suspense>
          <SearchDialog onClose={close} />
        </Suspense>
      )}
      {open === 'palette' && <CommandPalette commands={commands} search={search} onClose={close} />}
      {open === 'sheet' && <ShortcutSheet onClose={close} />}
    </AppShell>
  );
}
