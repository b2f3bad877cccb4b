import { renderToStaticMarkup } from 'react-dom/server';
import type { DebtorPage } from '../../../libs/web-kit/src/debtor-pages';
import { Document } from './document';
import { AnswerInvoicesPage } from './pages/answer-invoices-page';
import { AnswerNotedPage, LeftAlonePage } from './answers/answer-noted-page';
import { AnswerPage } from './answers/answer-page';
import { ClaimPage } from './pages/claim-page';
import { EnterPage } from './pages/enter-page';
import { InvoicesPage } from './pages/invoices-page';
import { InvoicesTransferPage } from './pages/invoices-transfer-page';
import { LedgerPage } from './pages/ledger-page';
import { LinkDeadPage } from './pages/link-dead-page';
import { PayPage } from './pages/pay-page';
import { PlanPage } from './pages/plan-page';
import { ProblemPage } from './pages/problem-page';
import { ReturnPage } from './pages/return-page';
import { SessionOverPage } from './pages/session-over-page';
import { SuspendedPage } from './pages/suspended-page';
import { TransferAnnouncePage } from './pages/transfer-announce-page';
import { VerifyPage } from './pages/verify-page';
import { FrameProvider } from './frame';

/** One debtor page as a whole HTML document. Pure: the same page gives the same bytes. */
export function render(page: DebtorPage): string {
  const markup = renderToStaticMarkup(
    <FrameProvider page={page}>
      <Document page={page}>
        <Body page={page} />
      </Document>
    </FrameProvider>,
  );
  return `<!doctype html>${markup}`;
}

function Body({ page }: { page: DebtorPage }) {
  switch (page.kind) {
    case 'enter':
      return <EnterPage page={page} />;
    case 'link_dead':
      return <LinkDeadPage page={page} />;
    case 'claim':
      return <ClaimPage page={page} />;
    case 'pay':
      return <PayPage page={page} />;
    case 'plan':
      return <PlanPage page={page} />;
    case 'return':
      return <ReturnPage page={page} />;
    case 'verify':
      return <VerifyPage page={page} />;
    case 'transfer_announce':
      return <TransferAnnouncePage page={page} />;
    case 'suspended':
      return <SuspendedPage />;
    case 'invoices':
      return <InvoicesPage page={page} />;
    case 'answer_invoices':
      return <AnswerInvoicesPage page={page} />;
    case 'invoices_transfer':
      return <InvoicesTransferPage page={page} />;
    case 'ledger':
      return <LedgerPage page={page} />;
    case 'answer':
      return <AnswerPage page={page} />;
    case 'answer_noted':
      return <AnswerNotedPage page={page} />;
    case 'left_alone':
      return <LeftAlonePage page={page} />;
    case 'session_over':
      return <SessionOverPage />;
    case 'problem':
      return <ProblemPage page={page} />;
  }
}
