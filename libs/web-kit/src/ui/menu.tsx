import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon';

/** A button that shows a panel; Esc or a click elsewhere takes it away. */
export function Popover({
  label,
  icon,
  children,
  align = 'end',
  hideLabel = false,
}: {
  label: ReactNode;
  icon?: IconName;
  children: (close: () => void) => ReactNode;
  align?: 'start' | 'end';
  hideLabel?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const buttonId = useId();
  const panelId = useId();
  useEffect(() => {
    if (!open) return;
    const leave = (event: PointerEvent) => place.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);
  const close = () => {
    setOpen(false);
    document.getElementById(buttonId)?.focus();
  };
  return (
    <div
      className="popover"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        id={buttonId}
        type="button"
        className="button quiet"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon && <Icon name={icon} />}
        <span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
        <Icon name="down" size={12} />
      </button>
      {open && (
        <div className={`popover-panel ${align}`} id={panelId}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

export interface MenuItem {
  label: string;
  icon?: IconName;
  onChoose: () => void;
  disabledReason?: string | null;
}

/** A list of acts; arrows move, Enter chooses. */
export function Menu({
  label,
  icon,
  items,
  align = 'end',
}: {
  label: string;
  icon?: IconName;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
}) {
  return (
    <Popover label={label} align={align} {...(icon ? { icon } : {})}>
      {(close) => (
        <div role="menu" aria-label={label} onKeyDown={moveByArrows}>
          {items.map((item, index) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              className="menu-item"
              ref={index === 0 ? (element) => element?.focus() : undefined}
              aria-disabled={item.disabledReason ? true : undefined}
              onClick={() => {
                if (item.disabledReason) return;
                close();
                item.onChoose();
              }}
            >
              {item.icon && <Icon name={item.icon} />}
              <span>
                {item.label}
                {item.disabledReason && <small>{item.disabledReason}</small>}
              </span>
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
