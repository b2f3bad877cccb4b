import { useEffect } from 'react';
import { useFormat } from '../format/use-format';
import { useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';

interface Props {
  /** Through whose eyes. */
  name: string;
  until: string;
  onEnd: () => void;
}

/** Stands above every page while another looks through this user's eyes; when the time is over the page asks who one is again. */
export function ViewBanner({ name, until, onEnd }: Props) {
  const t = useKitT();
  const { time } = useFormat();
  useEffect(() => {
    const over = setTimeout(() => window.location.reload(), Math.max(new Date(until).getTime() - Date.now(), 1_000));
    return () => clearTimeout(over);
  }, [until]);
  return (
    <div className="view-banner" role="status">
      <p>{t('kit.viewing', { name, until: time(until) })}</p>
      <Button onClick={onEnd}>{t('kit.endView')}</Button>
    </div>
  );
}
