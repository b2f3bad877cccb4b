import { useFrame } from '../frame';
import { Help } from '../parts/contact';

export function SessionOverPage() {
  const { frame, t } = useFrame();
  return (
    <div className="column">
      <h1>{t('sessionOver.title')}</h1>
      <p className="lead">{t('sessionOver.lead')}</p>
      <div className="card">
        <p>{t('sessionOver.back')}</p>
        <a className="btn" href={`${frame.base}/enter`}>
          {t('sessionOver.button')}
        </a>
      </div>
      <Help />
    </div>
  );
}
