import { useKitT } from '../i18n/i18n';
import { chooseSettings, useSettings } from '../settings/settings';
import { Dialog } from '../ui/dialog';
import { Checkbox } from '../ui/field';
import { activeShortcuts } from './shortcuts';

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
const shown: Record<string, string> = { Escape: 'Esc', Enter: '↵', mod: 'Ctrl' };
export const keyWords = (keys: string): string[] =>
  keys.split(/[ +]/).map((key) => (key === 'mod' && isMac() ? '⌘' : (shown[key] ?? key.toUpperCase())));

/** Every key that works on this page, and the switch for those of a single letter. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useKitT();
  const { letterKeys } = useSettings();
  return (
    <Dialog title={t('kit.shortcuts')} onClose={onClose}>
      <dl className="shortcuts">
        {activeShortcuts().map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              {keyWords(keys).map((word) => (
                <kbd key={word} className="key">
                  {word}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('kit.letterKeys')}
        hint={t('kit.letterKeysHint')}
        checked={letterKeys}
        onChange={(event) => chooseSettings({ letterKeys: event.target.checked })}
      />
    </Dialog>
  );
}
