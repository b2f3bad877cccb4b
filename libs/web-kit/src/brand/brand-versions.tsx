import { useState } from 'react';
import { useFormat } from '../format/use-format';
import { type KitKey, useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import type { BrandFieldName, EditedBrand } from './brand-editor.types';

export const fieldWords: Record<BrandFieldName, KitKey> = {
  name: 'brand.field.name',
  primaryColour: 'brand.field.primaryColour',
  secondaryColour: 'brand.field.secondaryColour',
  radius: 'brand.field.radius',
  font: 'brand.field.font',
  logoId: 'brand.field.logo',
  logoDarkId: 'brand.field.logoDark',
  senderName: 'brand.field.senderName',
  senderEmail: 'brand.field.senderEmail',
  replyTo: 'brand.field.replyTo',
  phone: 'brand.field.phone',
  website: 'brand.field.website',
  addressLine: 'brand.field.addressLine',
  postcode: 'brand.field.postcode',
  city: 'brand.field.city',
  language: 'brand.field.language',
  bankHolder: 'brand.field.bankHolder',
  bankIban: 'brand.field.bankIban',
  bankBic: 'brand.field.bankBic',
};

/** Who changed what, the newest first, and the way back to each. */
export function BrandVersions({ brand, onRestore }: { brand: EditedBrand; onRestore: (version: number) => Promise<void> }) {
  const t = useKitT();
  const format = useFormat();
  const [busy, setBusy] = useState(0);
  if (brand.versions.length === 0) return null;
  const restore = async (version: number) => {
    setBusy(version);
    await onRestore(version).finally(() => setBusy(0));
  };
  return (
    <Card title={t('brand.versions.title')}>
      <ol className="brand-versions">
        {brand.versions.map(({ version, at, by, changed }) => (
          <li key={version}>
            <div>
              <strong>{t('brand.versions.one', { version })}</strong>{' '}
              <small className="soft">{[format.instant(at), by].filter(Boolean).join(' · ')}</small>
              <p>
                {changed.length === 0
                  ? t('brand.versions.first')
                  : changed.map((field) => t(fieldWords[field as BrandFieldName] ?? 'brand.field.name')).join(', ')}
              </p>
            </div>
            {version === brand.version ? (
              <small className="soft">{t('brand.versions.current')}</small>
            ) : (
              <Button busy={busy === version} onClick={() => void restore(version)}>
                {t('brand.versions.restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <p className="hint">{t('brand.versions.hint')}</p>
    </Card>
  );
}
