import { useFrame } from '../frame';

/** From page to page of a list; buttons of the list's form, so that what is chosen comes along. */
export function PageButtons({ page, pages }: { page: number; pages: number }) {
  const { t } = useFrame();
  if (pages < 2) return null;
  return (
    <p className="actions pages screen-only">
      {page > 1 && (
        <button className="plain" name="go" value={page - 1}>
          {t('list.before')}
        </button>
      )}
      <span>{t('list.page', { page, pages })}</span>
      {page < pages && (
        <button className="plain" name="go" value={page + 1}>
          {t('list.after')}
        </button>
      )}
    </p>
  );
}
