import { useFrame } from '../frame';
import { Card } from './layout';

/** The statement of account to take away, and every document in one file. */
export function Downloads({ copies }: { copies: boolean }) {
  const { frame, t } = useFrame();
  return (
    <Card title={t('downloads.title')} className="screen-only">
      <p>{t('downloads.text')}</p>
      <ul className="links">
        <li>
          <a href={`${frame.base}/statement.pdf`}>{t('downloads.pdf')}</a>
        </li>
        <li>
          <a href={`${frame.base}/statement.xlsx`}>{t('downloads.xlsx')}</a>
        </li>
        <li>
          <a href={`${frame.base}/statement.csv`}>{t('downloads.csv')}</a>
        </li>
        {copies && (
          <li>
            <a href={`${frame.base}/statement/copies.zip`}>{t('downloads.copies')}</a>
          </li>
        )}
      </ul>
    </Card>
  );
}
