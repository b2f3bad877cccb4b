import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** The queue knows the debtor's language: of a million cases the next one of a rare language is found at once, and that there is none as well. */
export class QueueKnowsLanguage1764002596000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table work_items add language text;
      update work_items w set language = d.language from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
        where c.client_id = w.client_id and c.id = w.case_id;
      create function know_language() returns trigger language plpgsql as $$
      begin
        new.language := (select d.language from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = new.client_id and c.id = new.case_id);
        return new;
      end $$;
      create trigger work_items_know_language before insert on work_items for each row execute function know_language();
      create function tell_language() returns trigger language plpgsql as $$
      begin
        update work_items w set language = new.language from cases c where c.client_id = new.client_id and c.debtor_id = new.id and w.client_id = c.client_id and w.case_id = c.id;
        return null;
      end $$;
      create trigger debtors_tell_language after update of language on debtors for each row when (old.language is distinct from new.language) execute function tell_language();
      create function follow_debtor() returns trigger language plpgsql as $$
      begin
        update work_items w set language = (select d.language from debtors d where d.client_id = new.client_id and d.id = new.debtor_id) where w.client_id = new.client_id and w.case_id = new.id;
        return null;
      end $$;
      create trigger cases_follow_debtor after update of debtor_id on cases for each row when (old.debtor_id is distinct from new.debtor_id) execute function follow_debtor();
      -- Led by the queue: it goes across clients by design. Nearly all is French, which the index of the whole queue serves.
      create index work_items_foreign on work_items (queue, language, score desc, case_id desc) where ready and language <> 'fr'`);
  }
}
