import { FormDialog, Refusal, request, Textarea, useFormat, useLabels, useToast } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { AnswerPlanDocument, AnswerRefundDocument } from '../../approval.documents';
import { useT } from '../../i18n/use-t';
import { type Approval, approvalsKey } from '../../use-approvals';
import { EffectOf } from './approval-columns';

/** One's word on what somebody else asked for: yes or no, with the reason the asker reads. */
export function AnswerApprovalDialog({ approval, approves, onClose }: { approval: Approval; approves: boolean; onClose: () => void }) {
  const t = useT();
  const { money } = useFormat();
  const { label } = useLabels();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { id, kind, debtorName, amount, askedByName, reason: why } = approval;
  const isPlan = kind === 'PLAN';
  const send = async (reason: string, idempotencyKey: string) => {
    try {
      if (isPlan) await request(AnswerPlanDocument, { input: { planId: id, approved: approves, reason, idempotencyKey } });
      else await request(AnswerRefundDocument, { input: { refundId: id, approved: approves, reason, idempotencyKey } });
    } catch (error) {
      // A colleague was faster: the list behind the dialog shows it.
      if (error instanceof Refusal) void queryClient.invalidateQueries({ queryKey: approvalsKey });
      throw error;
    }
    for (const key of ['approvals', 'myDay', 'case', 'cases']) void queryClient.invalidateQueries({ queryKey: [key] });
    toast({ text: approves ? t('approvals.approved') : t('approvals.refused') });
  };
  return (
    <FormDialog
      title={approves ? t('approvals.approve') : t('approvals.refuse')}
      submit={approves ? t('approvals.approve') : t('approvals.refuse')}
      danger={!approves}
      onClose={onClose}
      onSubmit={({ reason }, key) => send(reason ?? '', key)}
    >
      <p className="two-lines">
        <span>
          <strong>{label('ApprovalKind', kind)}</strong> {money(amount)} · {debtorName}
        </span>
        <EffectOf approval={approval} />
      </p>
      {why && (
        <blockquote>
          {why} – {askedByName ?? t('approvals.byDebtor')}
        </blockquote>
      )}
      <Textarea
        label={t('planDecision.reason')}
        hint={isPlan ? t('planDecision.reasonHint') : t('approvals.reasonHint')}
        name="reason"
        required={isPlan || !approves}
        maxLength={isPlan ? 1000 : 500}
        data-autofocus=""
      />
    </FormDialog>
  );
}
