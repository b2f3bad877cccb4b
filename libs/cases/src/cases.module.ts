import { Module } from '@nestjs/common';
import { AssignCase } from './case/assign-case';
import { CloseCase } from './case/close-case';
import { HoldCase } from './case/hold-case';
import { ResumeCase } from './case/resume-case';
import { StopAsking } from './case/stop-asking';
import { SnoozeCase } from './case/snooze-case';
import { UndoSnooze } from './case/undo-snooze';
import { CorrectPhone } from './debtor/correct-phone';
import { AttachEvidence } from './evidence/attach-evidence';
import { DetachEvidence } from './evidence/detach-evidence';
import { ShowEvidence } from './evidence/show-evidence';
import { RecordExternalScore } from './debtor/record-external-score';
import { ImportInvoices } from './import/import-invoices';
import { MarkPresence } from './presence/mark-presence';
import { TakeNextCase } from './queue/take-next-case';
import { SavedViews } from './view/saved-views';

const writes = [
  AssignCase,
  AttachEvidence,
  CloseCase,
  CorrectPhone,
  DetachEvidence,
  HoldCase,
  ImportInvoices,
  MarkPresence,
  RecordExternalScore,
  ResumeCase,
  SavedViews,
  ShowEvidence,
  SnoozeCase,
  StopAsking,
  TakeNextCase,
  UndoSnooze,
];

@Module({ providers: writes, exports: writes })
export class CasesModule {}
