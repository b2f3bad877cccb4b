import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';

/** The first file goes by the page of all imports, with the client chosen already; this page finds the result. */
export function ImportStep({ client }: { client: TheClient }) {
  const t = useT();
  return (
    <div className="stack">
      <p>{t('start.importText')}</p>
      <p>
        <Link className="button primary" to={`/imports?client=${client.id}&start=yes`}>
          {t('start.toImport')}
        </Link>
      </p>
    </div>
  );
}
