import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Contrôle qualité: a sample of what collectors said and wrote, scored by a manager, answered by who did it. */
export class ReviewContacts1764002593000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table contact_reviews (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, collector_id uuid not null,
        recall text not null, identity text not null, tone text not null, facts text not null, next_step text not null, comment text check (length(comment) <= 1000),
        reviewed_by uuid not null, reviewed_by_name text not null, reviewed_at timestamptz not null,
        answer text check (length(answer) between 1 and 1000), answered_at timestamptz,
        primary key (client_id, id), foreign key (client_id, id) references timeline_events, foreign key (client_id, case_id) references cases,
        check ((answer is null) = (answered_at is null)),
        check (array[recall, identity, tone, facts, next_step] <@ array['pass', 'fail', 'na']));
      create index contact_reviews_of_case on contact_reviews (client_id, case_id);
      select protect_tenant_table('contact_reviews');
      -- Led by the day: the sample goes across clients by design.
      create index contacts_of_staff on timeline_events (at) where actor_kind = 'staff' and kind in ('call.logged', 'email.sent', 'letter.sent', 'note.added');

      create table quality_share (only_row boolean primary key default true check (only_row), percent smallint not null check (percent between 1 and 100));
      select open_agency_table('quality_share');
      insert into quality_share (percent) values (5)`);
  }
}
