import { BrandEditor, Empty, PageHead, Select, useBrand, useNeeded } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { brandDocuments } from './brand.documents';

const BrandsDocument = graphql(`
  query Brands {
    brands {
      id
      name
    }
  }
`);

/** What debtors see of the company, edited beside its real page, e-mail and letter. */
export default function BrandPage() {
  const t = useT();
  const { brands } = useNeeded(['brands'], BrandsDocument, {});
  const [chosen, setChosen] = useState('');
  const brandId = chosen || brands[0]?.id;
  if (!brandId)
    return (
      <>
        <PageHead title={t('nav.brand')} />
        <Empty title={t('brand.none')} />
      </>
    );
  return (
    <>
      <PageHead
        title={t('nav.brand')}
        lead={t('brand.lead')}
        actions={
          brands.length > 1 && (
            <Select
              label={t('brand.choose')}
              hideLabel
              value={brandId}
              onChange={(event) => setChosen(event.target.value)}
              options={brands.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )
        }
      />
      <Editor key={brandId} brandId={brandId} />
    </>
  );
}

function Editor({ brandId }: { brandId: string }) {
  const may = useMay();
  const { brand, look, save, restore, hosts } = useBrand(brandId, brandDocuments);
  return (
    <BrandEditor
      key={brand.version}
      brand={brand}
      asClient
      mayEditBank={may('edit:BankDetails')}
      look={look}
      onSave={save}
      onRestore={restore}
      hosts={hosts}
    />
  );
}
