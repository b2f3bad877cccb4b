import { BrandEditor, PageHead, useBrand } from '@amiable/web-kit';
import { Link, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { brandDocuments } from './brand.documents';

/** A client's brand: what debtors see of it, edited beside its real page, e-mail and letter. */
export default function BrandPage() {
  const t = useT();
  const may = useMay();
  const { brand, look, save, restore, hosts } = useBrand(useParams().brandId!, brandDocuments);
  return (
    <>
      <PageHead
        title={t('brand.title', { name: brand.name })}
        lead={
          <>
            <Link to={`/clients/${brand.clientId}`}>{brand.clientName}</Link> · <a href={brand.address}>{brand.address}</a>
          </>
        }
      />
      <BrandEditor
        key={brand.version}
        brand={brand}
        mayEditBank={may('edit:BankDetails')}
        look={look}
        onSave={save}
        onRestore={restore}
        hosts={hosts}
      />
    </>
  );
}
