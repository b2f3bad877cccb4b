import {
  Badge,
  BrandStripe,
  Button,
  Card,
  newIdempotencyKey,
  Note,
  request,
  useErrorSentence,
  useFormat,
  useToast,
} from '@amiable/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReopenBrandDocument } from '../../client-page.documents';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';
import { SuspendBrandDialog } from './suspend-brand.dialog';

type Brand = TheClient['brands'][number];

/** The brands with their addresses; a manager edits one, or shuts its pages and opens them again. */
export function BrandsCard({ client, keep, mayEdit }: { client: TheClient; keep: (client: TheClient) => void; mayEdit: boolean }) {
  const t = useT();
  const [suspending, setSuspending] = useState<Brand | null>(null);
  return (
    <Card title={t('clients.brands')}>
      {client.brands.length === 0 && <p className="soft">{t('client.noBrand')}</p>}
      <ul className="stack">
        {client.brands.map((brand) => (
          <li key={brand.id} className="stack">
            <div className="client-row">
              <span>
                <BrandStripe brand={brand} />
                <a href={brand.address}>{brand.address}</a> {brand.suspendedAt && <Badge tone="danger">{t('suspend.badge')}</Badge>}
              </span>
              {mayEdit && (
                <span className="cluster">
                  <Link className="button" to={`/brands/${brand.id}`}>
                    {t('client.editBrand')}
                  </Link>
                  {!brand.suspendedAt && (
                    <Button onClick={() => setSuspending(brand)}>
                      {t('suspend.act')}
                      <span className="visually-hidden"> {brand.name}</span>
                    </Button>
                  )}
                </span>
              )}
            </div>
            {brand.suspendedAt && <Shut brand={brand} keep={keep} mayEdit={mayEdit} />}
          </li>
        ))}
      </ul>
      {suspending && <SuspendBrandDialog brand={suspending} keep={keep} onClose={() => setSuspending(null)} />}
    </Card>
  );
}

function Shut({ brand, keep, mayEdit }: { brand: Brand; keep: (client: TheClient) => void; mayEdit: boolean }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const sentence = useErrorSentence();
  const reopen = () =>
    request(ReopenBrandDocument, { input: { brandId: brand.id, idempotencyKey: newIdempotencyKey() } })
      .then(({ reopenBrand }) => {
        keep(reopenBrand);
        toast({ text: t('suspend.reopened') });
      })
      .catch((error: unknown) => toast({ text: sentence(error) }));
  return (
    <Note tone="warning">
      <p>
        {t('suspend.since', { at: format.instant(brand.suspendedAt!), by: brand.suspendedBy ?? '', reason: brand.suspendedReason ?? '' })}
      </p>
      {mayEdit && <Button onClick={() => void reopen()}>{t('suspend.reopen')}</Button>}
    </Note>
  );
}
