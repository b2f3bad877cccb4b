import { Module } from '@nestjs/common';
import { Absences } from './absence/absences';
import { AssignCase } from './case/assign-case';
import { CloseCase } from './case/close-case';
import { HoldCase } from './case/hold-case';
import { ResumeCase } from './case/resume-case';
import { StopAsking } from './case/stop-asking';
import { SnoozeCase } from './case/snooze-case';
import { UndoSnooze } from './case/undo-snooze';
import { CorrectDebtor } from './debtor/correct-debtor';
import { CorrectPhone } from './debtor/correct-phone';
import { DismissContact } from './debtor/dismiss-contact';
import { JudgeMeans } from './debtor/judge-means';
import { KeepContact } from './debtor/keep-contact';
import { AttachEvidence } from './evidence/attach-evidence';
import { DetachEvidence } from './evidence/detach-evidence';
import { ShowEvidence } from './evidence/show-evidence';
import { RecordCreditLimit } from './debtor/record-credit-limit';
import { RecordExternalScore } from './debtor/record-external-score';
import { ImportInvoices } from './import/import-invoices';
import { MarkPresence } from './presence/mark-presence';
import { CollectorSkills } from './queue/collector-skills';
import { TakeNextCase } from './queue/take-next-case';
import { JoinDebtors } from './twin/join-debtors';
import { SeparateDebtors } from './twin/separate-debtors';
import { TellTwinsApart } from './twin/tell-twins-apart';
import { SavedViews } from './view/saved-views';

const writes = [
  Absences,
  AssignCase,
  AttachEvidence,
  CloseCase,
  CollectorSkills,
  CorrectDebtor,
  CorrectPhone,
  DetachEvidence,
  DismissContact,
  HoldCase,
  ImportInvoices,
  JoinDebtors,
  JudgeMeans,
  KeepContact,
  MarkPresence,
  RecordCreditLimit,
  RecordExternalScore,
  ResumeCase,
  SavedViews,
  SeparateDebtors,
  ShowEvidence,
  SnoozeCase,
  StopAsking,
  TakeNextCase,
  TellTwinsApart,
  UndoSnooze,
];

@Module({ providers: writes, exports: writes })
export class CasesModule {}
