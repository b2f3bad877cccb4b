import { useFormat, useRead, useToast } from '@amiable/web-kit';
import type { ApprovalsFragment } from '@documents';
import { useEffect, useRef } from 'react';
import { ApprovalsDocument } from './approval.documents';
import { useT } from './i18n/use-t';
import { useMay } from './me';

export const approvalsKey = ['approvals'] as const;
export type Approval = ApprovalsFragment['waiting'][number];

/** What waits for the word of whoever is signed in, and what he asked for; it follows the live channel. */
export function useApprovals(): ApprovalsFragment | undefined {
  const may = useMay();
  return useRead(approvalsKey, ApprovalsDocument, {}, { enabled: may('read:Approval') }).data?.approvals;
}

/** Who asked hears of the decision wherever he is in the console. */
export function useDecisionNews(approvals: ApprovalsFragment | undefined): void {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const waited = useRef<ReadonlySet<string>>(new Set());
  const mine = approvals?.mine;
  useEffect(() => {
    if (!mine) return;
    for (const { id, state, decidedByName, debtorName, amount } of mine) {
      if (!waited.current.has(id) || (state !== 'APPROVED' && state !== 'REFUSED')) continue;
      const facts = { name: decidedByName ?? '', debtor: debtorName, amount: format.money(amount) };
      toast({ text: state === 'APPROVED' ? t('approvals.newsApproved', facts) : t('approvals.newsRefused', facts), isNews: true });
    }
    waited.current = new Set(mine.filter(({ state }) => state === 'WAITING').map(({ id }) => id));
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [mine]);
}
