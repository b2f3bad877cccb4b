import { Module } from '@nestjs/common';
import { LogCall } from './call/log-call';
import { SendMessage } from './message/send-message';
import { SendMessages } from './message/send-messages';

const provided = [LogCall, SendMessage, SendMessages];

@Module({ providers: provided, exports: provided })
export class OutreachModule {}
