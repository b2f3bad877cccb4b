import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import type { Words } from '../i18n/words';
import { useFrame } from '../frame';
import { Help } from '../parts/contact';

type Problem = Extract<DebtorPage, { kind: 'problem' }>;

/** Something did not work: what happened, whether money moved, what to do now. */
export function ProblemPage({ page }: { page: Problem }) {
  const { frame, t } = useFrame();
  const { title, what } = wordsOf(page.status, t);
  return (
    <div className="column">
      <h1>{title}</h1>
      <p className="lead">{what}</p>
      <div className="card">
        <p>{t('problem.money')}</p>
        {page.status === 404 ? <p>{t('problem.notFoundNow')}</p> : <p>{t('problem.now')}</p>}
        <p>
          <a href={`${frame.base}/enter`}>{t('problem.enter')}</a>
        </p>
        {page.reference && (
          <p className="small">
            {t('problem.reference')} <span className="code">{page.reference}</span>
          </p>
        )}
      </div>
      <Help />
    </div>
  );
}

function wordsOf(status: Problem['status'], t: Words['t']): { title: string; what: string } {
  switch (status) {
    case 404:
      return { title: t('problem.404.title'), what: t('problem.404.what') };
    case 429:
      return { title: t('problem.429.title'), what: t('problem.429.what') };
    case 500:
      return { title: t('problem.500.title'), what: t('problem.500.what') };
    case 503:
      return { title: t('problem.503.title'), what: t('problem.503.what') };
  }
}
