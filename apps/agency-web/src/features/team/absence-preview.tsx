import { ErrorNote, Note, Skeleton, useFormat, useRead } from '@amiable/web-kit';
import type { AbsenceInput } from '@documents';
import { useT } from '../../i18n/use-t';
import { AbsencePreviewDocument } from './team.documents';

/** What an absence would do: who gets what, why some have to wait in the shared queue, and what falls due meanwhile. */
export function AbsencePreview({ input }: { input: AbsenceInput }) {
  const t = useT();
  const format = useFormat();
  const { data, error } = useRead(['absence-preview', input], AbsencePreviewDocument, { input }, { keepsFormer: true });
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Skeleton lines={2} />;
  const { cases, shares, nobodyMay, promisesDue, callBacks } = data.absencePreview;
  return (
    <Note>
      <div className="two-lines" role="status">
        <strong>{t('absence.cases', { count: cases })}</strong>
        {cases > 0 &&
          shares.map(({ name, cases: count, open }) => (
            <span key={name ?? ''}>
              {t('absence.share', { name: name ?? t('bulk.sharedQueue'), count, open: format.moneys(open, { whole: true }) || '–' })}
            </span>
          ))}
        {nobodyMay.map(({ client, cases: count }) => (
          <small key={client.id}>{t('absence.nobodyMay', { client: client.name, count })}</small>
        ))}
        {promisesDue + callBacks > 0 && (
          <small>{t('absence.meanwhile', { promises: format.count(promisesDue), calls: format.count(callBacks) })}</small>
        )}
      </div>
    </Note>
  );
}
