import { DetailPage, useFilters } from '@amiable/web-kit';
import { useParams } from 'react-router';
import { useMay } from '../../me';
import { AnswerDisputeDialog } from './answer-dispute.dialog';
import { BalanceCard, FileCard, InvoicesCard } from './case-facts';
import { CaseHead } from './case-head';
import { CaseTimeline } from './case-timeline';
import { DisputesCard } from './disputes-card';
import { LimitCard } from './limit-card';
import { NextCard, PlanCard } from './next-card';
import { DecidePlanDialog, PlanRequestCard } from './plan-request-card';
import { useCase } from './use-case';

/** Dossier: what is owed, what waits for the company, what was done and what comes next. The open answer form stands in the address. */
export default function CasePage() {
  const theCase = useCase(useParams().caseId!);
  const may = useMay();
  const [{ answer }, setFilters] = useFilters('answer');
  const asked = may('answer:Dispute') ? theCase.disputes.find(({ id, state }) => id === answer && state === 'OPEN') : undefined;
  const planRequest = theCase.planRequest;
  const asksForPlan = may('decide:Plan') && planRequest?.waitsOnUs && planRequest.id === answer;
  const isWaiting = theCase.disputes.some(({ state }) => state === 'OPEN');
  const disputesCard = <DisputesCard disputes={theCase.disputes} onAnswer={(disputeId) => setFilters({ answer: disputeId })} />;
  return (
    <>
      <DetailPage
        head={
          <div className="stack">
            <CaseHead theCase={theCase} />
            {isWaiting && disputesCard}
            {planRequest && <PlanRequestCard request={planRequest} onAnswer={() => setFilters({ answer: planRequest.id })} />}
          </div>
        }
        facts={<BalanceCard theCase={theCase} />}
        acts={
          <>
            <NextCard theCase={theCase} />
            <PlanCard instalments={theCase.instalments} />
            <FileCard theCase={theCase} />
            <LimitCard theCase={theCase} />
          </>
        }
      >
        {!isWaiting && disputesCard}
        <InvoicesCard theCase={theCase} />
        <CaseTimeline timeline={theCase.timeline} />
      </DetailPage>
      {asksForPlan && (
        <DecidePlanDialog request={planRequest!} debtorName={theCase.debtorName} onClose={() => setFilters({ answer: '' })} />
      )}
      {asked && <AnswerDisputeDialog dispute={asked} debtorName={theCase.debtorName} onClose={() => setFilters({ answer: '' })} />}
    </>
  );
}
