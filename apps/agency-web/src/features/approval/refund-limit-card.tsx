import { Button, Card, type Money, MoneyInput, request, useErrorSentence, useToast } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ReviseRefundLimitDocument } from '../../approval.documents';
import { useT } from '../../i18n/use-t';
import { approvalsKey } from '../../use-approvals';

/** From which sum on a refund takes two persons; an administrator sets it for everybody. */
export function RefundLimitCard({ limit }: { limit: Money }) {
  const t = useT();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const [amount, setAmount] = useState<string | null>(limit.amount);
  const save = () =>
    request(ReviseRefundLimitDocument, { input: { amount: amount! } })
      .then(({ reviseRefundLimit }) => {
        queryClient.setQueryData(approvalsKey, { approvals: reviseRefundLimit });
        toast({ text: t('approvals.limitDone') });
      })
      .catch((error: unknown) => toast({ text: sentence(error) }));
  return (
    <Card title={t('approvals.limit')}>
      <p className="soft">{t('approvals.limitLead')}</p>
      <form
        className="cluster"
        onSubmit={(event) => {
          event.preventDefault();
          if (amount) void save();
        }}
      >
        <MoneyInput label={t('approvals.limitFrom')} currency={limit.currency} initial={limit.amount} onAmount={setAmount} required />
        {amount !== null && amount !== limit.amount && <Button type="submit">{t('approvals.limitSave')}</Button>}
      </form>
    </Card>
  );
}
