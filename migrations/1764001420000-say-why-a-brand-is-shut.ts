import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Marque suspendue: who shut its pages, and why. */
export class SayWhyABrandIsShut1764001420000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table brands
        add suspended_reason text check (length(suspended_reason) between 1 and 500),
        add suspended_by text`);
  }
}
