import { createHash } from 'node:crypto';
import { referenceOf } from '@amiable/outreach';
import type { ReadDb, Settings } from '@amiable/platform';
import type { Person } from './agency';
import { stepsOf } from './clients';
import { composeMessage, voiceOf, type Voice } from './compose-message';
import { at, isoDay } from './days';
import type { Dice } from './dice';
import { plantRows } from './plant-rows';
import type { DemoCase } from './portfolio.types';
import { collectorOf, storyEvents } from './story-events';
import type { Story } from './tell-story';

type RowList = Array<Record<string, unknown>>;

/** Writes what the house did: actions, messages with their archived bytes, links, calls, and the story of each case. Answers how many messages. */
export async function writeHistory(
  db: ReadDb,
  dice: Dice,
  today: number,
  { clients, cases }: Story,
  collectors: readonly Person[],
  settings: Pick<Settings, 'AMIABLE_SECRET' | 'PUBLIC_URL'>,
): Promise<number> {
  const voices = new Map<string, Voice>();
  for (const { id } of clients) voices.set(id, await voiceOf(db, id));
  const rows = {
    actions: [] as RowList,
    documents: [] as RowList,
    messages: [] as RowList,
    links: [] as RowList,
    events: [] as RowList,
    firstLetters: [] as RowList,
  };
  for (const theCase of cases) {
    rows.events.push(...storyEvents(dice, theCase, collectors));
    rows.actions.push(...callRows(dice, today, theCase, collectors));
    await writeMessages(rows, dice, today, theCase, voices.get(theCase.client.id)!, settings);
  }
  await plantRows(db, 'actions', rows.actions);
  await plantRows(db, 'documents', rows.documents, 60);
  await plantRows(db, 'messages', rows.messages);
  await plantRows(db, 'debtor_links', rows.links);
  await plantRows(
    db,
    'timeline_events',
    rows.events.sort((a, b) => String(a.at).localeCompare(String(b.at))),
  );
  await db.rows(
    `update cases c set first_letter_reference = f.reference, first_letter_on = f."on" from jsonb_to_recordset($1::jsonb) as f(client_id uuid, case_id uuid, reference text, "on" date)
     where c.client_id = f.client_id and c.id = f.case_id`,
    [JSON.stringify(rows.firstLetters)],
  );
  return rows.messages.length;
}

async function writeMessages(
  rows: Record<'actions' | 'documents' | 'messages' | 'links' | 'events' | 'firstLetters', RowList>,
  dice: Dice,
  today: number,
  theCase: DemoCase,
  voice: Voice,
  settings: Pick<Settings, 'AMIABLE_SECRET' | 'PUBLIC_URL'>,
): Promise<void> {
  const own = { client_id: theCase.client.id, case_id: theCase.id };
  let firstLetter: { reference: string; on: string } | null = null;
  for (const done of theCase.done) {
    const step = stepsOf(theCase.client).find((one) => one.step_no === done.stepNo)!;
    if (step.channel === 'call') continue;
    const composed = await composeMessage(voice, theCase, step, done, firstLetter, settings);
    const documentId = dice.id(done.day);
    const sentAt = at(done.day, `07:${String(dice.whole(2, 58)).padStart(2, '0')}`);
    const actionId = dice.id(done.day);
    rows.actions.push({
      ...actionRow(theCase, done.stepNo, done.day),
      id: actionId,
      channel: step.channel,
      template: step.template,
      state: 'done',
      done_at: sentAt,
    });
    rows.documents.push({
      client_id: theCase.client.id,
      id: documentId,
      case_id: theCase.id,
      kind: step.channel,
      filename: composed.filename,
      content_type: composed.contentType,
      sha256: `\\x${createHash('sha256').update(composed.bytes).digest('hex')}`,
      bytes: `\\x${composed.bytes.toString('hex')}`,
      created_at: sentAt,
    });
    rows.messages.push({
      ...own,
      id: done.id,
      action_id: actionId,
      channel: step.channel,
      template: step.template,
      subject: composed.subject,
      state: 'sent',
      recipient: composed.recipient,
      not_before: sentAt,
      sent_at: sentAt,
      provider_reference: composed.providerReference,
      document_id: documentId,
      created_at: sentAt,
    });
    rows.events.push({
      ...own,
      kind: `${step.channel}.sent`,
      at: sentAt,
      actor_kind: 'system',
      actor_id: null,
      actor_name: 'Amiable',
      client_sees: true,
      facts: {
        messageId: done.id,
        documentId,
        template: step.template,
        subject: composed.subject,
        reference: referenceOf(done.id),
        stepName: step.name,
      },
    });
    if (composed.linkToken && done.day > today - 45) {
      rows.links.push({
        token_hash: `\\x${createHash('sha256').update(composed.linkToken).digest('hex')}`,
        ...own,
        brand_id: theCase.client.brandId,
        channel: 'email',
        created_at: sentAt,
        expires_at: at(done.day + 45, '07:00'),
      });
      if (dice.chance(0.4) && done.day < today - 1)
        rows.events.push({
          ...own,
          kind: 'debtor.visited',
          at: at(done.day + dice.whole(0, 1), `${dice.whole(12, 21)}:${dice.whole(10, 59)}`),
          actor_kind: 'debtor',
          actor_id: null,
          actor_name: theCase.debtor.name,
          client_sees: true,
          facts: {},
        });
    }
    if (theCase.client.hat === 'agency' && step.channel === 'letter' && !firstLetter) {
      firstLetter = { reference: referenceOf(done.id), on: isoDay(done.day) };
      rows.firstLetters.push({ ...own, ...firstLetter });
    }
  }
}

const actionRow = (theCase: DemoCase, stepNo: number, day: number) => ({
  client_id: theCase.client.id,
  id: '',
  case_id: theCase.id,
  scenario_id: theCase.client.scenarioId,
  step_no: stepNo,
  channel: '',
  template: null as string | null,
  due_on: isoDay(day),
  state: '',
  outcome: null as string | null,
  note: null as string | null,
  staff_id: null as string | null,
  done_at: null as string | null,
  created_at: at(day, '06:45'),
});

/** Calls: the step's own, logged with its outcome or still to be made, and those a collector made besides. */
function callRows(dice: Dice, today: number, theCase: DemoCase, collectors: readonly Person[]): RowList {
  const steps = callSteps(dice, today, theCase, collectors);
  const lastStep = Math.max(...theCase.done.map(({ day }) => day));
  const besides = theCase.calls
    .filter(({ day }) => day > lastStep + 2)
    .map((call) => ({
      ...actionRow(theCase, 0, call.day),
      id: dice.id(call.day),
      scenario_id: null,
      step_no: null,
      channel: 'call',
      state: 'done',
      outcome: call.outcome,
      note: call.note || null,
      staff_id: collectorOf(theCase, collectors).id,
      done_at: at(call.day, `${dice.whole(10, 16)}:${dice.whole(10, 59)}`),
    }));
  return [...steps, ...besides];
}

function callSteps(dice: Dice, today: number, theCase: DemoCase, collectors: readonly Person[]): RowList {
  return theCase.done
    .filter(({ stepNo }) => stepsOf(theCase.client).find((one) => one.step_no === stepNo)!.channel === 'call')
    .map(({ id, stepNo, day }) => {
      const call = theCase.calls.find((one) => one.day >= day && one.day <= day + 1);
      const row = { ...actionRow(theCase, stepNo, day), id, channel: 'call' };
      const promised = theCase.promise && theCase.promise.made >= day && theCase.promise.made <= day + 3;
      if (call || promised) {
        return {
          ...row,
          state: 'done',
          outcome: call?.outcome ?? 'promised',
          note: call?.note || null,
          staff_id: collectorOf(theCase, collectors).id,
          done_at: at(call?.day ?? theCase.promise!.made, `${dice.whole(10, 16)}:${dice.whole(10, 59)}`),
        };
      }
      return day >= today - 2 ? { ...row, state: 'due' } : { ...row, state: 'cancelled', done_at: at(day, '18:00') };
    });
}
