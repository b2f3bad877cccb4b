import { FormDialog, Input, MoneyInput, request, useFormat, useToast } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t';
import { ReviseCollectorGoalDocument } from './team.documents';
import type { Collector } from './team.page';

/** Objectif: what this collector is to collect and to call, from this month on. */
export function GoalDialog({ collector, month, onClose }: { collector: Collector; month: string; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { goal } = collector;
  return (
    <FormDialog
      title={t('team.goalOf', { name: collector.name })}
      submit={t('team.saveGoal')}
      onClose={onClose}
      onSubmit={async ({ collected, calls }) => {
        await request(ReviseCollectorGoalDocument, {
          input: { staff: collector.id!, month, collected: collected || null, calls: calls ? Number(calls) : null },
        });
        await queryClient.invalidateQueries({ queryKey: ['team'] });
        toast({ text: t('team.goalSaved') });
      }}
    >
      <p className="soft">{t('team.goalLead', { month: format.month(month) })}</p>
      <MoneyInput
        label={t('team.goalCollected')}
        hint={t('team.goalCollectedHint')}
        name="collected"
        currency="EUR"
        {...(goal?.collected ? { initial: goal.collected.amount } : {})}
        data-autofocus=""
      />
      <Input label={t('team.goalCalls')} name="calls" type="number" min={1} max={100_000} defaultValue={goal?.calls ?? ''} />
    </FormDialog>
  );
}
