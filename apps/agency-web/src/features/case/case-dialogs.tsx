import { AddNoteDialog } from './add-note.dialog';
import { AgreePlanDialog } from './agree-plan.dialog';
import { AssignCaseDialog } from './assign-case.dialog';
import type { CaseAct } from './case-acts';
import { CloseCaseDialog } from './close-case.dialog';
import { CloseDisputeDialog } from './close-dispute.dialog';
import { CorrectDebtorDialog } from './correct-debtor.dialog';
import { FinishTaskDialog, SkipStepDialog } from './step.dialogs';
import { HoldCaseDialog } from './hold-case.dialog';
import { KeepContactDialog } from './keep-contact.dialog';
import { LogCallDialog } from './log-call.dialog';
import { OpenDisputeDialog } from './open-dispute.dialog';
import { RecordPromiseDialog } from './record-promise.dialog';
import { RecordTransferDialog } from './record-transfer.dialog';
import { ResumeCaseDialog } from './resume-case.dialog';
import { RevokeLinksDialog } from './revoke-links.dialog';
import { ReviewTwinsDialog } from './review-twins.dialog';
import { SendMessageDialog } from './send-message.dialog';
import { SnoozeCaseDialog } from './snooze-case.dialog';
import { StopAskingDialog } from './stop-asking.dialog';
import type { CaseStory } from './use-case';
import type { Colleague } from './use-presence';

export interface CaseDialogProps {
  theCase: CaseStory;
  /** Who else has the case open. */
  colleagues: readonly Colleague[];
  onClose: () => void;
  /** On to the next case; null for whoever works no queue. */
  onNext: (() => void) | null;
  /** Leads on to another act, for instance from a call to a promise. */
  onAct: (act: CaseAct) => void;
}

const dialogs: Record<CaseAct, (props: CaseDialogProps) => React.ReactNode> = {
  logCall: LogCallDialog,
  sendMessage: SendMessageDialog,
  recordPromise: RecordPromiseDialog,
  agreePlan: AgreePlanDialog,
  openDispute: OpenDisputeDialog,
  closeDispute: CloseDisputeDialog,
  addNote: AddNoteDialog,
  correctDebtor: CorrectDebtorDialog,
  keepContact: KeepContactDialog,
  reviewTwins: ReviewTwinsDialog,
  snoozeCase: SnoozeCaseDialog,
  finishTask: FinishTaskDialog,
  skipStep: SkipStepDialog,
  assignCase: AssignCaseDialog,
  recordTransfer: RecordTransferDialog,
  holdCase: HoldCaseDialog,
  resumeCase: ResumeCaseDialog,
  stopAsking: StopAskingDialog,
  revokeLinks: RevokeLinksDialog,
  closeCase: CloseCaseDialog,
};

export function CaseDialog({ act, ...props }: CaseDialogProps & { act: CaseAct }) {
  const Chosen = dialogs[act];
  return <Chosen key={act} {...props} />;
}
