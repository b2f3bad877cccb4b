import { Module } from '@nestjs/common';
import { AlertRules } from './alert/alert-rules';
import { SettleAlert } from './alert/settle-alert';
import { CollectorGoals } from './team/collector-goals';

@Module({ providers: [AlertRules, SettleAlert, CollectorGoals], exports: [AlertRules, SettleAlert, CollectorGoals] })
export class InsightsModule {}
