import { type ReactNode, useEffect, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useKitT } from '../i18n/i18n';
import { chooseSettings, type Density, type Language, type Theme, useSettings } from '../settings/settings';
import { Button, IconButton } from '../ui/button';
import { Checkbox, RadioGroup } from '../ui/field';
import { Icon, type IconName } from '../ui/icon';
import { Popover } from '../ui/menu';

export interface NavItem {
  to: string;
  label: string;
  icon: IconName;
  count?: ReactNode;
}
interface Props {
  name: string;
  nav: readonly NavItem[];
  user: { name: string; email: string; role: string };
  onSignOut: () => void;
  /** Stands in the top bar, for the search field for instance. */
  top?: ReactNode;
  /** Stands beside the user's name: a bell. */
  beside?: ReactNode;
  /** Stands above every page. */
  notice?: ReactNode;
  /** The console has single-letter shortcuts that can be switched off; the portal has none. */
  hasLetterKeys?: boolean;
  children: ReactNode;
}

/** Side navigation, top bar with the user's menu, the page. A new page scrolls up and moves the focus to its title. */
export function AppShell({ name, nav, user, onSignOut, top, beside, notice, hasLetterKeys = false, children }: Props) {
  const t = useKitT();
  const { pathname } = useLocation();
  // Where the navigation was opened: on another page it is shut again.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const navOpen = openAt === pathname;
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="shell">
      <a className="skip-link" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
        {t('kit.skipToContent')}
      </a>
      <header className="top-bar">
        <span className="nav-toggle">
          <IconButton
            icon="menu"
            label={t('kit.navigation')}
            aria-expanded={navOpen}
            onClick={() => setOpenAt(navOpen ? null : pathname)}
          />
        </span>
        <span className="app-name">{name}</span>
        <div className="top-middle">{top}</div>
        {beside}
        <Popover label={<span className="user-name">{user.name}</span>} icon="user">
          {() => <UserMenu user={user} onSignOut={onSignOut} hasLetterKeys={hasLetterKeys} />}
        </Popover>
      </header>
      <nav className="side-nav" aria-label={t('kit.navigation')} data-open={navOpen || undefined}>
        <ul>
          {nav.map((item) => (
            <li key={item.to}>
              <NavLink to={item.to} end={item.to === '/'}>
                <Icon name={item.icon} />
                <span>{item.label}</span>
                {item.count !== undefined && <span className="count">{item.count}</span>}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1}>
        {notice}
        {children}
      </main>
    </div>
  );
}

function UserMenu({ user, onSignOut, hasLetterKeys }: Pick<Props, 'user' | 'onSignOut' | 'hasLetterKeys'>) {
  const t = useKitT();
  const { theme, density, letterKeys } = useSettings();
  return (
    <div className="user-menu">
      <p>
        <strong>{user.name}</strong>
        <br />
        <span className="soft">{user.email}</span>
        <br />
        <span className="soft">{user.role}</span>
      </p>
      <LanguageChoice />
      <RadioGroup
        inline
        legend={t('kit.theme')}
        name="theme"
        value={theme}
        onChange={(value) => chooseSettings({ theme: value as Theme })}
        options={[
          { value: 'system', label: t('kit.themeSystem') },
          { value: 'light', label: t('kit.themeLight') },
          { value: 'dark', label: t('kit.themeDark') },
        ]}
      />
      <RadioGroup
        inline
        legend={t('kit.density')}
        name="density"
        value={density}
        onChange={(value) => chooseSettings({ density: value as Density })}
        options={[
          { value: 'compact', label: t('kit.densityCompact') },
          { value: 'cosy', label: t('kit.densityCosy') },
        ]}
      />
      {hasLetterKeys && (
        <Checkbox
          label={t('kit.letterKeys')}
          checked={letterKeys}
          onChange={(event) => chooseSettings({ letterKeys: event.target.checked })}
        />
      )}
      <Button onClick={onSignOut}>{t('kit.signOut')}</Button>
    </div>
  );
}

/** Each language is named in itself. */
export function LanguageChoice() {
  const t = useKitT();
  const { language } = useSettings();
  return (
    <RadioGroup
      inline
      legend={t('kit.language')}
      name="language"
      value={language}
      onChange={(value) => chooseSettings({ language: value as Language })}
      options={[
        { value: 'fr', label: 'Français' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
