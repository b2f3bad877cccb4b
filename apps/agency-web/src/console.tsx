import {
  AppShell,
  Button,
  type Command,
  CommandPalette,
  Icon,
  keyWords,
  type NavItem,
  request,
  type Shortcut,
  ShortcutSheet,
  useFormat,
  useLabels,
  useShortcuts,
} from '@amiable/web-kit';
import { graphql } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { type Key, useT } from './i18n/use-t';
import { Live } from './live';
import { changeUser, SignOutDocument, useMay, useMe } from './me';
import { ConsoleRoutes } from './routes';

const FindCasesDocument = graphql(`
  query FindCases($text: String!) {
    cases(filter: { text: $text }, order: LARGEST, page: { first: 8 }) {
      nodes {
        id
        reference
        debtorName
        open {
          amount
          currency
        }
        client {
          name
        }
      }
    }
  }
`);

type Me = NonNullable<NonNullable<ReturnType<typeof useMe>['data']>['me']>;
/** Every page: its address, words, icon, keys and the ability it needs. */
const pages = [
  { to: '/', label: 'nav.day', icon: 'today', keys: 'g d', needs: 'work:Queue' },
  { to: '/queue', label: 'nav.queue', icon: 'queue', keys: 'g q', needs: 'work:Queue' },
  { to: '/cases', label: 'nav.cases', icon: 'cases', keys: 'g c', needs: 'read:Case' },
  { to: '/imports', label: 'nav.imports', icon: 'import', keys: 'g i', needs: 'import:Invoices' },
  { to: '/movements', label: 'nav.movements', icon: 'money', keys: 'g m', needs: 'read:Movement' },
  { to: '/remittances', label: 'nav.remittances', icon: 'remit', keys: 'g r', needs: 'order:Remittance' },
  { to: '/clients', label: 'nav.clients', icon: 'clients', keys: 'g k', needs: 'read:Client' },
] as const satisfies ReadonlyArray<NavItem & { label: Key; keys: string; needs: string }>;

/** The console around its pages: navigation, search, the keys that work everywhere. */
export function Console({ me }: { me: Me }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const queryClient = useQueryClient();
  const may = useMay();
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null);
  const close = () => setOpen(null);

  const mine = pages.filter(({ needs }) => may(needs)).map((page) => ({ ...page, label: t(page.label) }));
  const goTo = mine.map<Shortcut>(({ to, label: name, keys }) => ({ keys, label: t('keys.goTo', { name }), run: () => void navigate(to) }));
  useShortcuts([
    { keys: 'mod+k', label: t('kit.palette'), run: () => setOpen('palette') },
    { keys: '?', label: t('kit.shortcuts'), run: () => setOpen('sheet') },
    ...goTo,
  ]);
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<Command[]> => {
      const { cases } = await request(FindCasesDocument, { text: text.replace(/^#/, '') }, signal);
      return cases.nodes.map(({ id, reference, debtorName, open: owed, client }) => ({
        id,
        label: debtorName,
        note: `${reference} · ${client.name} · ${format.money(owed)}`,
        icon: 'cases',
        run: () => void navigate(`/cases/${id}`),
      }));
    },
    [format, navigate],
  );
  const signOut = async () => {
    await request(SignOutDocument, {}).catch(() => {});
    changeUser(queryClient, null);
  };
  const commands: Command[] = [
    ...mine.map(({ to, label: name, icon, keys }) => ({ id: to, label: name, icon, keys, run: () => void navigate(to) })),
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
      top={
        <Button className="search-button" onClick={() => setOpen('palette')}>
          <Icon name="search" /> <span className="search-words">{t('search.button')}</span>{' '}
          <kbd className="key">{keyWords('mod+k').join(' ')}</kbd>
        </Button>
      }
    >
      <Live />
      {pathname === '/' && mine[0] && mine[0].to !== '/' ? <Navigate to={mine[0].to} replace /> : <ConsoleRoutes pathname={pathname} />}
      {open === 'palette' && <CommandPalette commands={commands} search={search} onClose={close} />}
      {open === 'sheet' && <ShortcutSheet onClose={close} />}
    </AppShell>
  );
}
