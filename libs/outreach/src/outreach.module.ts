import { Module } from '@nestjs/common';
import { DoBulkAct } from './bulk/do-bulk-act';
import { StartBulkAct } from './bulk/start-bulk-act';
import { UndoBulkAct } from './bulk/undo-bulk-act';
import { LogCall } from './call/log-call';
import { RevokeLinks } from './link/revoke-links';
import { AnswerReview } from './quality/answer-review';
import { ReviewContact } from './quality/review-contact';
import { ActivateTemplate } from './own-template/activate-template';
import { RestoreTemplate } from './own-template/restore-template';
import { SendTemplateTest } from './own-template/send-template-test';
import { SendTemplateTests } from './own-template/send-template-tests';
import { WithdrawTemplate } from './own-template/withdraw-template';
import { WriteTemplate } from './own-template/write-template';
import { AddNote } from './note/add-note';
import { RecallMessage } from './message/recall-message';
import { SendMessage } from './message/send-message';
import { SendMessages } from './message/send-messages';

const provided = [
  ActivateTemplate,
  RestoreTemplate,
  SendTemplateTest,
  SendTemplateTests,
  WithdrawTemplate,
  WriteTemplate,
  AddNote,
  AnswerReview,
  ReviewContact,
  DoBulkAct,
  StartBulkAct,
  UndoBulkAct,
  LogCall,
  RecallMessage,
  RevokeLinks,
  SendMessage,
  SendMessages,
];

@Module({ providers: provided, exports: provided })
export class OutreachModule {}
