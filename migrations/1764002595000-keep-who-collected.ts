import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Money belongs to who was responsible of the case when it came, whoever is later; what went back counts against the same. */
export class KeepWhoCollected1764002595000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table movements add owner_id uuid references staff_users;
      alter table movements disable trigger movements_stay;
      update movements m set owner_id = c.owner_id from cases c where c.client_id = m.client_id and c.id = m.case_id and c.owner_id is not null;
      alter table movements enable trigger movements_stay`);
  }
}
