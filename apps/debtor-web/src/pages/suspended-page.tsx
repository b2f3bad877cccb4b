import { useFrame } from '../frame';
import { Help } from '../parts/contact';

/** The brand's pages are shut: nothing is asked for and nothing can be paid here. */
export function SuspendedPage() {
  const { frame, t } = useFrame();
  return (
    <div className="column">
      <h1>{t('suspended.title')}</h1>
      <p className="lead">{t('suspended.what', { brand: frame.brand.name })}</p>
      <div className="card">
        <p>
          {t('suspended.money')} {t('suspended.now')}
        </p>
      </div>
      <Help />
    </div>
  );
}
