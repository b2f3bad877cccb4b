import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Qualité des fiches: the thinnest files of a client first, without reading all of them. */
export class FindThinFiles1764002592000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`create index debtors_by_quality on debtors (client_id, data_quality)`);
  }
}
