import { useEffect, useRef, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** Asks before a link of the page leads away from what is not saved. */
export function LeaveGuard({ when, onLeave }: { when: boolean; onLeave: () => void }) {
  const t = useKitT();
  const link = useRef<HTMLAnchorElement>(null);
  const isLeaving = useRef(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!when) return;
    const ask = (event: MouseEvent) => {
      const to = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
      if (!to || to.target === '_blank' || isLeaving.current || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
        return;
      event.preventDefault();
      event.stopPropagation();
      link.current = to;
      setAsking(true);
    };
    document.addEventListener('click', ask, true);
    return () => document.removeEventListener('click', ask, true);
  }, [when]);
  if (!asking) return null;
  const stay = () => setAsking(false);
  const leave = () => {
    onLeave();
    setAsking(false);
    isLeaving.current = true;
    requestAnimationFrame(() => link.current?.click());
  };
  return (
    <Dialog title={t('brand.leave.title')} onClose={stay}>
      <p>{t('brand.leave.text')}</p>
      <footer className="form-foot">
        <Button onClick={leave}>{t('brand.leave.leave')}</Button>
        <Button kind="primary" onClick={stay} data-autofocus="">
          {t('brand.leave.stay')}
        </Button>
      </footer>
    </Dialog>
  );
}
