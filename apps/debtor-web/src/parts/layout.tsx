import { type ReactNode, useId } from 'react';
import { useFrame } from '../frame';

/** A white card with its own heading. */
export function Card({ title, className, id, children }: { title: string; className?: string; id?: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={className ? `card ${className}` : 'card'} id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

export type Tone = 'info' | 'ok' | 'warn' | 'danger';

/** Something that happened: what, whether money moved, what can be done now. Never by colour alone. */
export function Banner({ tone, title, children, urgent = false }: { tone: Tone; title: string; children?: ReactNode; urgent?: boolean }) {
  return (
    <div className={`banner ${tone}`} role={urgent ? 'alert' : 'status'}>
      <p className="banner-title">{title}</p>
      {children}
    </div>
  );
}

/** The errors of a form on top of the page, each leading to its field. */
export function ErrorSummary({ message, field }: { message: ReactNode; field: string | null }) {
  const { t } = useFrame();
  return (
    <div className="banner danger" role="alert" tabIndex={-1} data-focus="">
      <h2 className="banner-title">{t('form.errorSummary')}</h2>
      <p>{field ? <a href={`#${field}`}>{message}</a> : message}</p>
    </div>
  );
}

export function Csrf({ token }: { token: string }) {
  return <input type="hidden" name="_csrf" value={token} />;
}

/** Text for a screen reader only. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className="vh">{children}</span>;
}
