import { Module } from '@nestjs/common';
import { AlertRules } from './alert/alert-rules';
import { SettleAlert } from './alert/settle-alert';
import { WatchLimits } from './alert/watch-limits';
import { CollectorGoals } from './team/collector-goals';

@Module({ providers: [AlertRules, SettleAlert, WatchLimits, CollectorGoals], exports: [AlertRules, SettleAlert, CollectorGoals] })
export class InsightsModule {}
