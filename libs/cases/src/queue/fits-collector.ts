/**
 * Condition on work items `w`: this case is one's own, or one of nobody that this collector can do. Its debtor's language is one the
 * collector works in, and of its tags that colleagues at work have as a skill there is none that he lacks. `staff`: the bound id.
 * Both lists are read once for a statement, and the case is looked at only where there is something to compare.
 */
export function fitsCollector(staff: string): string {
  const languages = `(select k.languages from collector_skills k where k.staff_id = ${staff})`;
  const lacking = `array(select unnest(o.skills) from collector_skills o join staff_users s on s.id = o.staff_id and s.active
    except select unnest(k.skills) from collector_skills k where k.staff_id = ${staff})`;
  return `(w.owner_id = ${staff} or (w.owner_id is null
    and (${languages} is null or (select d.language from cases k join debtors d on d.client_id = k.client_id and d.id = k.debtor_id
      where k.client_id = w.client_id and k.id = w.case_id) = any(${languages}::text[]))
    and (cardinality(${lacking}) = 0 or not exists (select from case_tags t
      where t.client_id = w.client_id and t.case_id = w.case_id and t.tag = any(${lacking})))))`;
}
