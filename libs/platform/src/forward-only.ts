import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration without a way back: a wrong step is mended by a further one, a lost database by its backup. */
export abstract class ForwardOnly implements MigrationInterface {
  abstract up(run: QueryRunner): Promise<void>;

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
