import { type KeyboardEvent, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { chooseSettings, useSettings } from '../settings/settings';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Checkbox } from '../ui/field';
import { isChangeable, isGoodKey, pressedFor, withKey } from './chosen-keys';
import { activeShortcuts } from './shortcuts';

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
const shown: Record<string, string> = { Escape: 'Esc', Enter: '↵', mod: 'Ctrl' };
export const keyWords = (keys: string): string[] =>
  keys.split(/[ +]/).map((key) => (key === 'mod' && isMac() ? '⌘' : (shown[key] ?? key.toUpperCase())));

/** Every key that works on this page; each of a single letter can be changed, and all of them switched off. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useKitT();
  const { letterKeys, keys: chosen } = useSettings();
  const [changing, setChanging] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [all] = useState(activeShortcuts);

  const take = (event: KeyboardEvent, house: string) => {
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Tab', 'CapsLock', 'Dead'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'Escape') return setChanging(null);
    if (!isGoodKey(key)) return setProblem(t('kit.keyNotGood'));
    const taken = all.find((each) => each.keys !== house && pressedFor(each.keys, chosen).split(' ')[0] === key);
    if (taken) return setProblem(t('kit.keyTaken', { label: taken.label }));
    setProblem(null);
    setChanging(null);
    chooseSettings({ keys: withKey(chosen, house, key) });
  };
  return (
    <Dialog title={t('kit.shortcuts')} onClose={onClose}>
      <dl className="shortcuts">
        {all.map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              {keyWords(pressedFor(keys, chosen)).map((word, index) => (
                <kbd key={index} className="key">
                  {word}
                </kbd>
              ))}
              {isChangeable(keys) &&
                (changing === keys ? (
                  <input
                    className="input key-input"
                    aria-label={t('kit.pressNewKey', { label })}
                    placeholder={t('kit.newKey')}
                    readOnly
                    autoFocus
                    onKeyDown={(event) => take(event, keys)}
                    onBlur={() => setChanging(null)}
                  />
                ) : (
                  <Button kind="quiet" aria-label={t('kit.changeKeyOf', { label })} onClick={() => (setProblem(null), setChanging(keys))}>
                    {t('kit.changeKey')}
                  </Button>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <Checkbox
        label={t('kit.letterKeys')}
        hint={t('kit.letterKeysHint')}
        checked={letterKeys}
        onChange={(event) => chooseSettings({ letterKeys: event.target.checked })}
      />
      {Object.keys(chosen).length > 0 && <Button onClick={() => chooseSettings({ keys: {} })}>{t('kit.resetKeys')}</Button>}
    </Dialog>
  );
}
