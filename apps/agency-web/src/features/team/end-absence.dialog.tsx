import { FormDialog, request, useFormat, useToast } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t';
import { EndAbsenceDocument } from './team.documents';
import type { Collector } from './team.page';

/** Who is away: until when, who stands in, and the way back. */
export function EndAbsenceDialog({ collector, onClose }: { collector: Collector; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { absence } = collector;
  return (
    <FormDialog
      title={t('absence.of', { name: collector.name })}
      submit={absence!.isPlanned ? t('absence.cancel') : t('absence.giveBack')}
      onClose={onClose}
      onSubmit={async () => {
        await request(EndAbsenceDocument, { absence: absence!.id });
        await queryClient.invalidateQueries({ queryKey: ['team'] });
        toast({ text: t('absence.ended') });
      }}
    >
      <p>{useAbsenceWords(absence!)}</p>
      <p className="soft">
        {absence!.standIns.length > 0 ? t('absence.by', { names: absence!.standIns.join(', ') }) : t('absence.byQueue')}
      </p>
    </FormDialog>
  );
}

/** "Absent jusqu’au 12 déc.", or from when, or that his cases were moved. */
export function useAbsenceWords({ from, until, isPlanned }: NonNullable<Collector['absence']>): string {
  const t = useT();
  const format = useFormat();
  if (isPlanned && until) return t('absence.plannedUntil', { from: format.dayShort(from), until: format.dayShort(until) });
  if (isPlanned) return t('absence.plannedMove', { from: format.dayShort(from) });
  return until ? t('absence.awayUntil', { until: format.dayShort(until) }) : t('absence.movedNow');
}
