import { useState } from 'react';
import { sendFile } from '../data/request';
import { useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Progress, useErrorSentence } from '../ui/states';

interface Taken {
  readonly logoId: string;
  readonly dataUri: string;
  readonly removed: number;
}

/** A picture is sent at once, cleaned by the server, and shown as it will be printed; the brand wears it once saved. */
export function LogoField({
  brandId,
  label,
  hint,
  picture,
  onDark = false,
  asClient,
  onTaken,
  onRemoved,
}: {
  brandId: string;
  label: string;
  hint: string;
  picture: string | null;
  onDark?: boolean;
  asClient: boolean;
  onTaken: (taken: Taken) => void;
  onRemoved: () => void;
}) {
  const t = useKitT();
  const sentence = useErrorSentence();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>();
  const [removed, setRemoved] = useState(0);
  const send = async (file: File | undefined) => {
    if (!file || share !== null) return;
    setShare(0);
    setError(undefined);
    try {
      const address = `/files/brand-logos?brand=${encodeURIComponent(brandId)}${asClient ? '&as=client' : ''}`;
      const taken = await sendFile<Taken>(address, file, {}, setShare);
      setRemoved(taken.removed);
      onTaken(taken);
    } catch (refusal) {
      setError(refusal);
    }
    setShare(null);
  };
  return (
    <div className="logo-field">
      <div className="logo-place" data-dark={onDark || undefined}>
        {picture ? <img src={picture} alt="" /> : <span className="soft">{t('brand.logo.none')}</span>}
      </div>
      <Field label={label} hint={hint} error={error ? sentence(error) : null}>
        {(control) =>
          share !== null ? (
            <Progress label={t('brand.logo.sending')} {...(share < 1 ? { share } : {})} />
          ) : (
            <span className="cluster">
              <span className="button file-button">
                {t(picture ? 'brand.logo.replace' : 'brand.logo.choose')}
                <input
                  {...control}
                  type="file"
                  accept=".svg,.png,.jpg,.jpeg,image/svg+xml,image/png,image/jpeg"
                  onChange={(event) => {
                    void send(event.target.files?.[0]);
                    event.target.value = '';
                  }}
                />
              </span>
              {picture && (
                <Button kind="quiet" onClick={onRemoved}>
                  {t('brand.logo.remove')}
                </Button>
              )}
            </span>
          )
        }
      </Field>
      {removed > 0 && (
        <p className="hint" role="status">
          {t('brand.logo.cleaned', { count: removed })}
        </p>
      )}
    </div>
  );
}
