import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Alertes par e-mail: a digest of the day to the managers, for the kinds that somebody wants it for. Off until then. */
export class MailAlerts1764001440000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`alter table alert_rules add by_mail boolean not null default false`);
  }
}
