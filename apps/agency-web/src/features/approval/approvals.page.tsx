import { Badge, Button, Card, Empty, PageHead, Table, useFormat, useLabels, useNeeded, useShortcuts } from '@amiable/web-kit';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApprovalsDocument } from '../../approval.documents';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { type Approval, approvalsKey } from '../../use-approvals';
import { useApprovalColumns } from './approval-columns';
import { AnswerApprovalDialog } from './answer-approval.dialog';
import { RefundLimitCard } from './refund-limit-card';

const tones = { WAITING: 'warning', APPROVED: 'ok', REFUSED: 'danger', GONE: 'neutral' } as const;

/** Approbations: all that waits for one's word in one list, the nearest deadline first; and what became of what one asked for. */
export default function ApprovalsPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const may = useMay();
  const { approvals } = useNeeded(approvalsKey, ApprovalsDocument, {});
  const { waiting, mine } = approvals;
  const decides = may('decide:Plan') || may('approve:Refund');
  const [current, setCurrent] = useState(0);
  const [answering, setAnswering] = useState<{ approval: Approval; approves: boolean } | null>(null);
  const at = Math.min(current, Math.max(0, waiting.length - 1));
  const row = waiting[at];
  const answer = (approval: Approval | undefined, approves: boolean) => approval && setAnswering({ approval, approves });
  const open = ({ caseId }: { caseId: string }) => void navigate(`/cases/${caseId}`);
  const moveTo = (index: number) => setCurrent(Math.min(waiting.length - 1, Math.max(0, index)));
  useShortcuts(
    row
      ? [
          { keys: 'j', label: t('keys.next'), run: () => moveTo(at + 1) },
          { keys: 'k', label: t('keys.previous'), run: () => moveTo(at - 1) },
          { keys: 'Enter', label: t('keys.open'), run: () => open(row) },
          { keys: 'a', label: t('approvals.approve'), run: () => answer(row, true) },
          { keys: 'r', label: t('approvals.refuse'), run: () => answer(row, false) },
        ]
      : [],
  );
  const columns = useApprovalColumns();
  return (
    <div className="stack">
      <PageHead title={t('approvals.title')} lead={decides ? t('approvals.lead') : t('approvals.leadAsker')} />
      {decides && (
        <Card title={t('approvals.waiting', { count: waiting.length })}>
          {waiting.length === 0 ? (
            <Empty title={t('approvals.none')}>
              <p>{t('approvals.noneText')}</p>
            </Empty>
          ) : (
            <Table
              caption={t('approvals.title')}
              rows={waiting}
              rowKey={({ id }) => id}
              current={at}
              onCurrent={setCurrent}
              onOpen={open}
              columns={[
                ...columns,
                {
                  id: 'due',
                  label: t('day.answerBy'),
                  cell: ({ answerBy, isLate }) =>
                    answerBy ? (
                      <span className="two-lines">
                        {format.relativeDay(answerBy)}
                        {isLate && (
                          <span>
                            <Badge tone="danger">{t('approvals.late')}</Badge>
                          </span>
                        )}
                      </span>
                    ) : (
                      <span className="soft">{t('approvals.noDeadline')}</span>
                    ),
                },
                {
                  id: 'answer',
                  label: t('approvals.answer'),
                  hideLabel: true,
                  cell: (one) => (
                    <span className="answer-column">
                      <Button kind="primary" onClick={() => answer(one, true)}>
                        {t('approvals.approve')}
                        <span className="visually-hidden"> {one.debtorName}</span>
                      </Button>
                      <Button onClick={() => answer(one, false)}>
                        {t('approvals.refuse')}
                        <span className="visually-hidden"> {one.debtorName}</span>
                      </Button>
                    </span>
                  ),
                },
              ]}
            />
          )}
        </Card>
      )}
      {(mine.length > 0 || !decides) && (
        <Card title={t('approvals.mine')}>
          {mine.length === 0 ? (
            <Empty title={t('approvals.mineNone')}>
              <p>{t('approvals.mineNoneText')}</p>
            </Empty>
          ) : (
            <Table
              caption={t('approvals.mine')}
              rows={mine}
              rowKey={({ id }) => id}
              columns={[
                ...columns,
                {
                  id: 'state',
                  label: t('approvals.state'),
                  cell: ({ state, answerBy, decidedByName, decidedAt, decision }) => (
                    <span className="two-lines">
                      <span>
                        <Badge tone={tones[state]}>{label('ApprovalState', state)}</Badge>
                      </span>
                      {decision && <span>{decision}</span>}
                      <small className="soft">
                        {decidedByName && decidedAt
                          ? `${decidedByName} · ${format.instant(decidedAt)}`
                          : answerBy && `${t('day.answerBy')} ${format.relativeDay(answerBy)}`}
                      </small>
                    </span>
                  ),
                },
              ]}
            />
          )}
        </Card>
      )}
      {may('set:ApprovalLimit') && <RefundLimitCard limit={approvals.refundLimit} />}
      {answering && <AnswerApprovalDialog {...answering} onClose={() => setAnswering(null)} />}
    </div>
  );
}
