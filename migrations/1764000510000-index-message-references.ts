import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** "Is this letter real?" is also asked with the reference printed on a message: the end of its id. */
export class IndexMessageReferences1764000510000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create index messages_by_reference on messages (client_id, upper(right(replace(id::text, '-', ''), 10)))`);
  }
}
