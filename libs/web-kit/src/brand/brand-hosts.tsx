import { type FormEvent, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Input } from '../ui/field';
import { ErrorNote } from '../ui/states';
import type { BrandHosts as Writes, EditedBrand } from './brand-editor.types';

/** The domain a brand lives under: asked for, proved by the domain's DNS, given back. */
export function BrandHosts({ brand, hosts: { claim, verify, revoke } }: { brand: EditedBrand; hosts: Writes }) {
  const t = useKitT();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const tryTo = async (work: Promise<void>) => {
    setBusy(true);
    setError(undefined);
    await work.catch(setError);
    setBusy(false);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void tryTo(claim(String(new FormData(event.currentTarget).get('host'))));
  };
  return (
    <Card title={t('brand.host.title')}>
      <ErrorNote error={error} />
      {brand.hosts.length === 0 && (
        <form className="stack" onSubmit={send}>
          <p className="hint">{t('brand.host.lead', { address: brand.address })}</p>
          <Input label={t('brand.host.name')} name="host" required maxLength={253} spellCheck={false} autoComplete="off" />
          <div>
            <Button type="submit" busy={busy}>
              {t('brand.host.claim')}
            </Button>
          </div>
        </form>
      )}
      {brand.hosts.map((host) => (
        <div key={host.id} className="stack">
          <p className="cluster">
            <strong>{host.host}</strong>
            <Badge tone={host.state === 'verified' ? 'ok' : 'warning'}>
              {t(host.state === 'verified' ? 'brand.host.verified' : 'brand.host.pending')}
            </Badge>
          </p>
          {host.state === 'pending' ? (
            <>
              <p className="hint">{t('brand.host.records')}</p>
              <pre className="dns-lines">{`${host.host}. CNAME ${host.target}.\n${host.recordName}. TXT "${host.recordValue}"`}</pre>
            </>
          ) : (
            <p className="hint">{t('brand.host.revokeHint')}</p>
          )}
          <div className="cluster">
            {host.state === 'pending' && (
              <Button kind="primary" busy={busy} onClick={() => void tryTo(verify(host.id))}>
                {t('brand.host.verify')}
              </Button>
            )}
            <Button busy={busy} onClick={() => void tryTo(revoke(host.id))}>
              {t('brand.host.revoke')}
            </Button>
          </div>
        </div>
      ))}
    </Card>
  );
}
