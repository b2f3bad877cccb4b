import { Facts } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';

/** What each figure holds and leaves out, in words. */
export function HowComputed() {
  const t = useT();
  const may = useMay();
  return (
    <details className="how-computed">
      <summary>{t('how.title')}</summary>
      <Facts
        rows={[
          [t('tile.placed'), t('how.placed')],
          [t('tile.recovered'), t('how.recovered')],
          [t('tile.promised'), t('how.promised')],
          [t('tile.disputed'), t('how.disputed')],
          may('read:Fee') && [t('tile.toRemit'), t('how.toRemit')],
          may('read:Fee') && [t('nav.remittances'), t('how.fees')],
          [t('ageing.title'), t('how.ageing')],
        ]}
      />
    </details>
  );
}
