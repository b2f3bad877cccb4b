import type { DebtorPage, PageBrand } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';

export function PageHeader({ page }: { page: DebtorPage }) {
  const { frame, t } = useFrame();
  return (
    <header className="top">
      <div className="column bar">
        <p className="brand">
          <Mark brand={frame.brand} />
          <span className={frame.brand.isWordmark ? 'vh' : undefined}>{frame.brand.name}</span>
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

/** The logo as a picture of its own: nothing inside it can touch the page. Without one, a tile in the brand colour. */
function Mark({ brand: { logo, logoDark } }: { brand: PageBrand }) {
  if (!logo) return <span className="tile" aria-hidden="true" />;
  if (!logoDark) return <img className="logo on-white" src={logo} alt="" />;
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcSet={logoDark} />
      <img className="logo" src={logo} alt="" />
    </picture>
  );
}
