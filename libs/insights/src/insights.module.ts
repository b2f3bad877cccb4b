import { Module } from '@nestjs/common';
import { AlertRules } from './alert/alert-rules';
import { SettleAlert } from './alert/settle-alert';

@Module({ providers: [AlertRules, SettleAlert], exports: [AlertRules, SettleAlert] })
export class InsightsModule {}
