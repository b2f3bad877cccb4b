import { Button, Card, Input, request, useErrorSentence, useToast } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { ReviseQualityShareDocument } from './quality.documents';

/** How much of each collector's contacts is looked at, for everybody. */
export function QualityShareCard({ share }: { share: number }) {
  const t = useT();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const [percent, setPercent] = useState(String(share));
  return (
    <Card title={t('control.share')}>
      <form
        className="cluster"
        onSubmit={(event) => {
          event.preventDefault();
          request(ReviseQualityShareDocument, { percent: Number(percent) })
            .then(() => {
              void queryClient.invalidateQueries({ queryKey: ['quality'] });
              toast({ text: t('control.shareDone') });
            })
            .catch((error: unknown) => toast({ text: sentence(error) }));
        }}
      >
        <Input
          label={t('control.sharePercent')}
          type="number"
          min={1}
          max={100}
          required
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
        {percent !== String(share) && <Button type="submit">{t('control.shareSave')}</Button>}
      </form>
    </Card>
  );
}
