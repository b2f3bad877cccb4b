import { type ReactNode, useEffect, useState } from 'react';
import { Refusal } from '../data/request';
import { useKitT } from '../i18n/i18n';
import { useSentences } from '../i18n/sentences';
import { Button } from './button';
import { Icon } from './icon';

/** Nothing to show, said kindly, with where to go next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

/** Grey lines, only when the wait is longer than 300 ms: a flash says less than nothing. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useKitT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('kit.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** The sentence for an error of any kind; one that has no sentence of its own carries the number of the request. */
export function useErrorSentence(): (error: unknown) => string {
  const t = useKitT();
  const { refusal } = useSentences();
  return (error) => {
    if (!(error instanceof Refusal)) return t('kit.error');
    return refusal(error.code, error.facts) ?? (error.requestId ? t('kit.errorWithId', { requestId: error.requestId }) : t('kit.error'));
  };
}

export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useKitT();
  const sentence = useErrorSentence();
  if (!error) return null;
  return (
    <div className="note danger" role="alert">
      <Icon name="dispute" />
      <p>{sentence(error)}</p>
      {onRetry && <Button onClick={onRetry}>{t('kit.retry')}</Button>}
    </div>
  );
}

export function Note({ tone = 'info', children }: { tone?: 'info' | 'ok' | 'warning' | 'danger' | 'dispute'; children: ReactNode }) {
  return (
    <div className={`note ${tone}`}>
      <Icon name={tone === 'ok' ? 'check' : tone === 'info' ? 'info' : 'dispute'} />
      <div>{children}</div>
    </div>
  );
}

/** Share from 0 to 1; without one the end is not known yet. */
export function Progress({ label, share }: { label: string; share?: number }) {
  return (
    <label className="progress">
      <span>{label}</span>
      <progress max={1} {...(share === undefined ? {} : { value: share })} />
    </label>
  );
}
