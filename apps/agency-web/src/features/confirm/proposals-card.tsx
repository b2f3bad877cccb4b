import {
  Badge,
  Button,
  Card,
  newIdempotencyKey,
  request,
  Table,
  useErrorSentence,
  useFormat,
  useLabels,
  useNeeded,
  useShortcuts,
  useToast,
} from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { ConfirmStepsDocument, ProposalsOfStepDocument } from './confirm.documents';
import { ProposalPreviewDialog } from './proposal-preview.dialog';
import { DiscardStepsDialog } from './discard-steps.dialog';

/** The proposals of one step: looked at, confirmed or set aside, all or those that are ticked. */
export function ProposalsCard({ scenarioId, stepNo }: { scenarioId: string; stepNo: number }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const { proposalsOfStep } = useNeeded(['proposals', scenarioId, stepNo], ProposalsOfStepDocument, { scenarioId, stepNo });
  const { seenAt, group, rows } = proposalsOfStep;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [isAside, setAside] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const chosen = rows.filter(({ actionId }) => !left.has(actionId));
  // All of them, also those beyond the page, unless some were left out.
  const wish = { scenarioId, stepNo, seenAt, actionIds: left.size === 0 ? null : chosen.map(({ actionId }) => actionId) };
  const count = left.size === 0 ? (group?.cases ?? 0) : chosen.length;
  const done = async (text: string) => {
    toast({ text });
    await queryClient.invalidateQueries({ queryKey: ['proposals'] });
    setLeft(new Set());
  };
  const confirm = async () => {
    if (busy || count === 0) return;
    setBusy(true);
    try {
      const { confirmSteps } = await request(ConfirmStepsDocument, { input: { ...wish, idempotencyKey: newIdempotencyKey() } });
      await done(t('confirm.done', { count: confirmSteps }));
    } catch (refusal) {
      toast({ text: sentence(refusal) });
    }
    setBusy(false);
  };
  useShortcuts([
    { keys: 'mod+Enter', label: t('confirm.act', { count }), run: () => void confirm() },
    { keys: 'x', label: t('confirm.aside'), run: () => setAside(true) },
  ]);
  if (!group) return null;
  const tick = (actionId: string, isIn: boolean) => {
    const next = new Set(left);
    if (isIn) next.delete(actionId);
    else next.add(actionId);
    setLeft(next);
  };
  return (
    <Card
      title={`${group.stepName} · ${group.clientName}`}
      actions={
        <span className="cluster">
          <Button disabledReason={count === 0 ? t('confirm.nothingChosen') : null} onClick={() => setAside(true)}>
            {t('confirm.aside')}
          </Button>
          <Button
            kind="primary"
            icon="check"
            busy={busy}
            disabledReason={count === 0 ? t('confirm.nothingChosen') : null}
            onClick={() => void confirm()}
          >
            {t('confirm.act', { count })}
          </Button>
        </span>
      }
    >
      <Table
        caption={group.stepName}
        rows={rows}
        rowKey={({ actionId }) => actionId}
        columns={[
          {
            id: 'tick',
            label: t('confirm.choose'),
            hideLabel: true,
            cell: ({ actionId, debtorName }) => (
              <input
                type="checkbox"
                aria-label={t('confirm.chooseOne', { name: debtorName })}
                checked={!left.has(actionId)}
                onChange={(event) => tick(actionId, event.target.checked)}
              />
            ),
          },
          {
            id: 'debtor',
            label: t('cases.column.debtor'),
            lead: true,
            cell: ({ caseId, debtorName, reference, caseState }) => (
              <span className="two-lines">
                <Link to={`/cases/${caseId}`}>{debtorName}</Link>
                <small className="soft cluster">
                  {reference} {caseState !== 'OPEN' && <Badge tone="warning">{label('CaseState', caseState)}</Badge>}
                </small>
              </span>
            ),
          },
          { id: 'to', label: t('confirm.to'), cell: ({ recipient }) => recipient ?? <span className="soft">–</span> },
          { id: 'due', label: t('confirm.dueOn'), cell: ({ dueOn }) => format.relativeDay(dueOn) },
          { id: 'open', label: t('cases.column.open'), numeric: true, cell: ({ open }) => format.money(open) },
          {
            id: 'see',
            label: t('confirm.see'),
            hideLabel: true,
            cell: ({ caseId, debtorName }) => (
              <Button icon="eye" onClick={() => setShown(caseId)}>
                {t('confirm.see')}
                <span className="visually-hidden"> {debtorName}</span>
              </Button>
            ),
          },
        ]}
      />
      {group.cases > rows.length && <p className="soft">{t('confirm.firstOnly', { count: rows.length, all: group.cases })}</p>}
      {isAside && (
        <DiscardStepsDialog
          wish={wish}
          count={count}
          onDone={(n) => done(t('confirm.asideDone', { count: n }))}
          onClose={() => setAside(false)}
        />
      )}
      {shown && <ProposalPreviewDialog caseId={shown} group={group} onClose={() => setShown(null)} />}
    </Card>
  );
}
