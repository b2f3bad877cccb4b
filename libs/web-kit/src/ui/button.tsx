import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icon';
import { Key } from './key';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Shown beside the words; the binding itself stands with useShortcuts. */
  shortcut?: string | undefined;
  /** Why it cannot be used. The button stays reachable and says it in text. */
  disabledReason?: string | null;
  busy?: boolean;
  children: ReactNode;
}

export function Button({
  kind = 'plain',
  icon,
  shortcut,
  disabledReason,
  busy = false,
  children,
  onClick,
  className = '',
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = Boolean(disabledReason) || busy;
  const button = (
    <button
      {...rest}
      type={type}
      className={`button ${kind} ${className}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      onClick={off ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {shortcut && <Key>{shortcut}</Key>}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className="button-with-reason">
      {button}
      <small id={reasonId}>{disabledReason}</small>
    </span>
  );
}

export function IconButton({ icon, label, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { icon: IconName; label: string }) {
  return (
    <button type="button" {...rest} className={`button quiet icon-only ${rest.className ?? ''}`} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
