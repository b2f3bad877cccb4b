import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { Icon, type IconName } from '../ui/icon';
import { keyWords } from './shortcut-sheet';

export interface Command {
  id: string;
  label: string;
  note?: string;
  icon?: IconName;
  keys?: string;
  run: () => void;
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Found {
  readonly text: string;
  readonly rows: readonly Command[];
}

/** One field for every page and act, and for what `search` finds by name or reference. Rows teach their key. */
export function CommandPalette({
  commands,
  search,
  onClose,
}: {
  commands: readonly Command[];
  search?: (text: string, signal: AbortSignal) => Promise<readonly Command[]>;
  onClose: () => void;
}) {
  const t = useKitT();
  const base = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ text: '', rows: [] });
  const goesToFirst = useRef(false);
  const [at, setAt] = useState(0);
  const wanted = text.trim();

  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  useEffect(() => {
    if (!search || wanted.length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(
      () =>
        void search(wanted, stop.signal).then(
          (rows) => setFound({ text: wanted, rows }),
          () => {},
        ),
      150,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, search]);

  // Rows of an earlier search stay only as far as they fit what is typed by now: Enter never opens a case that was not meant.
  const isAnswered = !search || wanted.length < 2 || found.text === wanted;
  const shown = wanted.length < 2 ? [] : isAnswered ? found.rows : found.rows.filter(({ label }) => bare(label).includes(bare(wanted)));
  const rows = [...shown, ...commands.filter(({ label }) => bare(label).includes(bare(wanted)))];
  const chosen = Math.min(at, rows.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  // Enter came before the answer: the first row is taken as soon as it is there.
  useEffect(() => {
    if (!goesToFirst.current || !isAnswered) return;
    goesToFirst.current = false;
    run(rows[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.max(0, chosen) + step + rows.length) % Math.max(1, rows.length));
    else if (event.key === 'Enter' && (isAnswered || rows.length > 0)) run(rows[chosen]);
    else if (event.key === 'Enter') goesToFirst.current = true;
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t('kit.palette')}
      onCancel={(event) => (event.preventDefault(), onClose())}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-body">
        <div className="palette-field">
          <Icon name="search" />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls={`${base}-list`}
            aria-activedescendant={rows[chosen] ? `${base}-${chosen}` : undefined}
            aria-label={t('kit.palette')}
            placeholder={t('kit.paletteHint')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div role="listbox" id={`${base}-list`} aria-label={t('kit.palette')} className="palette-rows">
          {rows.map((command, index) => (
            <div
              key={command.id}
              id={`${base}-${index}`}
              role="option"
              aria-selected={index === chosen}
              ref={index === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              onMouseMove={() => index !== chosen && setAt(index)}
              onClick={() => run(command)}
            >
              {command.icon && <Icon name={command.icon} />}
              <span>{command.label}</span>
              {command.note && <small>{command.note}</small>}
              {command.keys &&
                keyWords(command.keys).map((word) => (
                  <kbd key={word} className="key">
                    {word}
                  </kbd>
                ))}
            </div>
          ))}
        </div>
        <p className="palette-none" role="status">
          {rows.length === 0 ? t('kit.paletteNothing') : ''}
        </p>
      </div>
    </dialog>
  );
}
