import { Icon, PageHead } from '@amiable/web-kit';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Key, useT } from '../../i18n/use-t';
import { startSteps, type StartStep } from '../../use-client-page';

export const stepWords: Record<StartStep, Key> = {
  company: 'start.company',
  brand: 'start.brand',
  mandate: 'start.mandate',
  scenario: 'start.scenario',
  import: 'start.import',
  owner: 'start.owner',
};

/** The way from nothing to a live page: where one is, what is behind, what comes. One may leave and come back. */
export function StartFrame({
  title,
  lead,
  current,
  done,
  to,
  children,
}: {
  title: string;
  lead: string;
  current: StartStep | null;
  done: Readonly<Partial<Record<StartStep, boolean>>>;
  to?: (step: StartStep) => string;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div className="start">
        <nav aria-label={t('start.steps')}>
          <ol className="start-steps">
            {startSteps.map((step, i) => (
              <li key={step} data-done={done[step] || undefined} aria-current={step === current ? 'step' : undefined}>
                <span className="start-mark" aria-hidden="true">
                  {done[step] ? <Icon name="check" /> : i + 1}
                </span>
                {to && !done[step] && step !== current ? <Link to={to(step)}>{t(stepWords[step])}</Link> : t(stepWords[step])}
                {done[step] && <span className="visually-hidden"> {t('start.done')}</span>}
              </li>
            ))}
          </ol>
        </nav>
        <div className="stack">{children}</div>
      </div>
    </>
  );
}
