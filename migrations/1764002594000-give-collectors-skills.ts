import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Compétences: which languages a collector works in, and which tagged cases of the shared queue are for those who have the skill. */
export class GiveCollectorsSkills1764002594000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table collector_skills (
        staff_id uuid primary key references staff_users,
        languages text[] check (cardinality(languages) > 0 and languages <@ array['fr', 'en', 'de', 'es', 'it', 'nl']), -- null: any
        skills text[] not null default '{}' check (cardinality(skills) <= 50), -- tags of cases
        set_by uuid, set_at timestamptz not null);
      select open_agency_table('collector_skills')`);
  }
}
