import { NotFound, Refusal, toDate } from '@amiable/kernel';
import { Database, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { tagOf } from '../case/tag-cases';
import { forgetFits } from './fits-collector';

/** Compétences of one collector: what of the shared queue comes to him. */
export interface CollectorSkill {
  readonly staffId: string;
  /** Codes of the languages worked in; null: any. */
  readonly languages: readonly string[] | null;
  /** Tags; a case that has one comes only to those who have it too. */
  readonly skills: readonly string[];
}

/** More skills than anybody has. */
export class TooManySkills extends Refusal {
  constructor(most: number) {
    super('TOO_MANY_SKILLS', { most }, 'skills');
  }
}

const mostSkills = 50;

/** Who can do what; without an entry a collector gets everything but what asks for a skill that colleagues have. */
@Injectable()
export class CollectorSkills {
  constructor(private readonly database: Database) {}

  list(): Promise<CollectorSkill[]> {
    return this.database.outsideClients((db) =>
      db.rows<CollectorSkill>(`select staff_id as "staffId", languages, skills from collector_skills order by staff_id`),
    );
  }

  /** No language said: all. Throws Forbidden, TooManySkills, NotFound for who is no colleague at work. */
  async set(ctx: RequestContext, { staffId, languages, skills }: CollectorSkill): Promise<void> {
    ctx.may('set', 'CollectorSkills');
    const tags = [...new Set(skills.map(tagOf).filter((tag) => tag !== ''))].sort();
    if (tags.length > mostSkills) throw new TooManySkills(mostSkills);
    await this.database.outsideClients(async (db) => {
      const colleague = await db.row(`select 1 from staff_users where id = $1 and active and role <> 'accountant'`, [staffId]);
      if (!colleague) throw new NotFound('StaffUser');
      await db.rows(
        `insert into collector_skills (staff_id, languages, skills, set_by, set_at) values ($1, $2, $3, $4, $5)
         on conflict (staff_id) do update set languages = excluded.languages, skills = excluded.skills, set_by = excluded.set_by, set_at = excluded.set_at`,
        [staffId, languages?.length ? [...new Set(languages)].sort() : null, tags, ctx.actor.id, toDate(db.clock.now())],
      );
    });
    forgetFits(this.database);
  }
}
