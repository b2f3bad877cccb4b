import { dayOf, Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { contactBudget, type ContactBudget } from './contact-budget.rules';
import { isWithinHours, mayBeLogged, nextCallTime, zoneOfDebtor } from './contact-hours.rules';
import { contactPolicies, type Contact, type ContactPolicy, type DebtorKind } from './contact-policy.rules';

/** Where somebody stands with the contact policy at this moment, over all clients. */
export interface ContactStanding {
  readonly policy: ContactPolicy;
  readonly budget: ContactBudget;
  readonly zone: string;
  readonly isWithinHours: boolean;
  /** The next instant a call is allowed by hours and caps; null when it is now. */
  readonly callAllowedAt: Temporal.Instant | null;
  /** A call that just ended may be logged. */
  readonly mayLogCall: boolean;
  /** The debtor asked to be called today: the caps do not stand in the way of what he asked for. */
  readonly isAskedFor: boolean;
}

interface Facts {
  kind: DebtorKind;
  country: string;
  postcode: string | null;
  asked: boolean;
  contacts: Array<{ on: string; kind: Contact['kind'] }>;
}

/** Reads it by one statement; what other clients' cases contributed are days and kinds, never whose. */
export async function readContactStanding(db: ReadDb, clientId: string, caseId: string): Promise<ContactStanding> {
  const today = dayOf(db.clock);
  const facts = (await db.row<Facts>(
    `select d.kind, d.country, d.postcode,
       coalesce((select case when w.call_back_at is null then w.why = 'call_back' and w.due_on <= $3::date and (
             select a.outcome from actions a where a.client_id = c.client_id and a.case_id = c.id and a.channel = 'call' and a.state = 'done'
             order by a.done_at desc limit 1) = 'call_back'
           else (w.call_back_at at time zone 'Europe/Paris')::date <= $3::date end
         from work_items w where w.client_id = c.client_id and w.case_id = c.id), false) as asked,
       coalesce((select json_agg(json_build_object('on', x.on_day, 'kind', x.kind)) from (
         select distinct m.event_id, m.kind, m.on_day from keys_of_person(d.client_id, d.id) k join contact_marks m on m.person = k
         where m.on_day > $3::date - 30
         union all select m.id, 'written', $3::date from messages m
         where m.client_id = c.client_id and m.case_id = c.id and m.state = 'queued' and asks_for_money(m.template)) x), '[]') as contacts
     from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = $1 and c.id = $2`,
    [clientId, caseId, today.toString()],
  ))!;
  const now = db.clock.now();
  const policy = contactPolicies[facts.kind];
  const budget = contactBudget(
    facts.contacts.map(({ on, kind }) => ({ on: Temporal.PlainDate.from(on), kind })),
    policy,
    today,
  );
  const zone = zoneOfDebtor(facts);
  const capped = !facts.asked && Temporal.PlainDate.compare(budget.callFrom, today) > 0;
  const from = capped ? budget.callFrom.toZonedDateTime({ timeZone: zone }).toInstant() : now;
  const allowedAt = nextCallTime(from, policy, facts);
  return {
    policy,
    budget,
    zone,
    isWithinHours: isWithinHours(now, policy, facts),
    callAllowedAt: Temporal.Instant.compare(allowedAt, now) > 0 ? allowedAt : null,
    mayLogCall: mayBeLogged(now, policy, facts),
    isAskedFor: facts.asked,
  };
}

/**
 * Holds the person until the end of the transaction, so that two clients' messages to one person come one after the other and are counted.
 * Always after the case itself was locked.
 */
export async function holdPerson(db: ReadDb, clientId: string, caseId: string): Promise<void> {
  await db.rows(
    `select pg_advisory_xact_lock(hashtextextended(encode(k, 'hex'), 0)) from (
       select k from cases c cross join lateral keys_of_person(c.client_id, c.debtor_id) k where c.client_id = $1 and c.id = $2 order by k) held`,
    [clientId, caseId],
  );
}

/** Would one more message that waits now pass a written cap? It is counted among those that wait. */
export function isWrittenTooOften({ budget }: ContactStanding): boolean {
  return budget.caps.some(({ kind, used, most }) => kind === 'written' && used > most);
}
