import { Empty, PageHead } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from './i18n/use-t';

export function NotFoundPage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('notFound.title')} />
      <Empty title={t('notFound.text')}>
        <Link to="/">{t('nav.home')}</Link>
      </Empty>
    </>
  );
}
