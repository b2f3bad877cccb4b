import type { DebtorPage, PageBrand } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';

export function PageHeader({ page }: { page: DebtorPage }) {
  const { frame, t } = useFrame();
  return (
    <header className="top">
      <div className="column bar">
        <p className="brand">
          <Mark brand={frame.brand} />
          <span className={isWordmark(frame.brand.logoSvg) ? 'vh' : undefined}>{frame.brand.name}</span>
        </p>
        {'claim' in page && (
          <p className="case">
            {t('frame.case')} <strong>{page.claim.reference}</strong>
          </p>
        )}
      </div>
    </header>
  );
}

/** A logo at least twice as wide as high carries the name already: it is said, not shown a second time. */
function isWordmark(svg: string | null): boolean {
  const [, width, height] = /viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(svg ?? '') ?? [];
  return width !== undefined && Number(width) >= 2 * Number(height);
}

/** The logo as a picture of its own: nothing inside it can touch the page. Without one, a tile in the brand colour. */
function Mark({ brand }: { brand: PageBrand }) {
  if (!brand.logoSvg) return <span className="tile" aria-hidden="true" />;
  return <img className="logo" src={`data:image/svg+xml,${encodeURIComponent(brand.logoSvg)}`} alt="" />;
}
