import { Card, ErrorNote, Field, Icon, Progress } from '@amiable/web-kit';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ClientChoice } from '../../client-choice';
import { useT } from '../../i18n/use-t';
import { sendImport } from './send-import';

/** A client, a file dropped or chosen, and its preview opens. */
export function DropFile() {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [clientId, setClientId] = useState(search.get('client') ?? '');
  const [share, setShare] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (file: File | undefined) => {
    if (!file || share !== null) return;
    if (!clientId) return setError(undefined);
    setError(undefined);
    setShare(0);
    try {
      const importId = await sendImport({ file, clientId }, null, setShare);
      await navigate(`/imports/${importId}${search.has('start') ? `?start=${clientId}` : ''}`);
    } catch (refusal) {
      setError(refusal);
      setShare(null);
    }
  };
  return (
    <Card title={t('import.new')}>
      <ErrorNote error={error} />
      <div className="drop-row">
        <ClientChoice value={clientId} onChoose={setClientId} none={t('field.chooseClient')} />
        <div
          className="drop"
          data-over={over || undefined}
          data-off={clientId ? undefined : ''}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void send(event.dataTransfer.files[0]);
          }}
        >
          {share === null ? (
            <Field label={clientId ? t('import.drop') : t('import.chooseClientFirst')} hint={t('import.dropHint')}>
              {(control) => (
                <span className="button">
                  <Icon name="import" /> {t('import.choose')}
                  <input
                    {...control}
                    type="file"
                    accept=".csv,.txt,.tsv,text/csv,text/plain"
                    disabled={!clientId}
                    onChange={(event) => void send(event.target.files?.[0])}
                  />
                </span>
              )}
            </Field>
          ) : (
            <Progress label={share < 1 ? t('import.sending') : t('import.reading')} {...(share < 1 ? { share } : {})} />
          )}
        </div>
      </div>
    </Card>
  );
}
