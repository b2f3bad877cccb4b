import { toGlobalId, type Row, type TenantDb } from '@amiable/platform';
import { answerReferenceOf } from '@amiable/resolution';
import type { GivenAnswer } from '../../../web-kit/src/debtor-pages';

/** Facts of an answer that its own debtor may read; nothing else leaves. */
const shownFacts = ['amount', 'currency', 'paidOn', 'dueOn', 'from', 'to', 'means', 'reason', 'invoiceNumbers', 'pausedUntil', 'overindebted', 'language', 'email', 'calls']; // prettier-ignore

/** What a debtor told us on this case, the newest first, at most fifty; or the one asked for. */
export async function readAnswers(db: TenantDb, caseId: string, answerId: string | null = null): Promise<GivenAnswer[]> {
  const rows = await db.rows(
    `select a.id, a.kind, a.state, a.facts, a.note, a.reply, a.follow_up_on, (a.given_at at time zone 'Europe/Paris')::date as given_on,
       (a.settled_at at time zone 'Europe/Paris')::date as replied_on,
       (select coalesce(json_agg(json_build_object('id', d.id, 'filename', d.filename) order by d.created_at, d.id), '[]') from answer_files f
          join documents d on d.client_id = f.client_id and d.id = f.document_id where f.client_id = a.client_id and f.answer_id = a.id) as files
     from answers a where a.client_id = $1 and a.case_id = $2 and ($3::uuid is null or a.id = $3) order by a.given_at desc, a.id desc limit 50`,
    [db.clientId, caseId, answerId],
  );
  return rows.map((row) => answerOf(db.clientId, row));
}

function answerOf(clientId: string, row: Row): GivenAnswer {
  return {
    id: toGlobalId('Answer', clientId, row.id),
    reference: answerReferenceOf(row.id),
    kind: row.kind,
    state: row.state,
    givenOn: row.given_on,
    followUpOn: row.follow_up_on ?? (typeof row.facts.dueOn === 'string' && row.kind === 'dispute' ? row.facts.dueOn : null),
    facts: Object.fromEntries(shownFacts.filter((name) => row.facts[name] !== undefined).map((name) => [name, row.facts[name]])),
    note: row.note,
    reply: row.reply,
    repliedOn: row.replied_on,
    files: row.files.map(({ id, filename }: { id: string; filename: string }) => ({ id: toGlobalId('Document', clientId, id), filename })),
  };
}
