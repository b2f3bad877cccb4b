import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Encours autorisés par import: which file a limit came with, so that a file tells only what changed since the last one. */
export class ImportLimits1764003210000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      `alter table credit_limits add import_id uuid, add foreign key (client_id, import_id) references imports deferrable initially deferred`,
    );
  }
}
