import '../../apps/api/app.module';
import '@amiable/strategies';
import { declaredStates, states } from '@amiable/kernel';
import { openTestDatabase } from '@amiable/testing';
import ts from 'typescript';
import { filesIn, read } from './sources';

/** Where a state ends, by its table: out of these nothing leads. A change here changes what can be undone. */
const finals: Readonly<Record<string, readonly string[]>> = {
  Absence: ['cancelled'],
  BrandHost: ['revoked'],
  Action: ['cancelled', 'done'],
  Answer: ['confirmed', 'done', 'refused'],
  Case: [],
  Dispute: ['rejected', 'upheld'],
  Message: ['cancelled', 'sent'],
  Payment: [],
  PaymentMeans: ['removed'],
  Plan: ['broken', 'cancelled', 'completed', 'refused', 'replaced'],
  Promise: ['broken', 'cancelled', 'partly_kept'],
  Refund: ['done', 'failed', 'refused'],
  Remittance: ['paid_out'],
  Scenario: ['retired'],
  Template: ['retired'],
  TransferAnnouncement: ['received', 'withdrawn'],
};

/** The database table of each. */
const tableOf: Readonly<Record<string, string>> = {
  Absence: 'absences',
  BrandHost: 'brand_hosts',
  Action: 'actions',
  Answer: 'answers',
  Case: 'cases',
  Dispute: 'disputes',
  Message: 'messages',
  Payment: 'payments',
  PaymentMeans: 'payment_means',
  Plan: 'plans',
  Promise: 'promises',
  Refund: 'refunds',
  Remittance: 'remittances',
  Scenario: 'scenarios',
  Template: 'templates',
  TransferAnnouncement: 'transfer_announcements',
};

/** Tables with a state but without a table of states, and why that is enough. */
const stateless: Readonly<Record<string, string>> = {
  imports: 'a preview is placed once or never; no other way leads anywhere',
  plan_progress: 'a view: the states are those of plans',
  bulk_pieces: 'a line of the report of an act on many cases: done or left out once, and taken back at most once',
};

/** States that are told by a sentence of the story or of a page instead of a label of their own. */
const toldBy: Readonly<Record<string, string>> = {
  'BrandHost.pending': 'libs/web-kit brand.host.pending',
  'BrandHost.verified': 'libs/web-kit brand.host.verified',
  'Message.sent': 'libs/web-kit timeline.email.sent',
  'Message.cancelled': 'libs/web-kit timeline.message.cancelled',
  'Message.failed': 'libs/web-kit timeline.message.failed',
  'Payment.started': 'libs/web-kit timeline.payment.started',
  'Payment.processing': 'libs/web-kit timeline.payment.processing',
  'Payment.succeeded': 'libs/web-kit timeline.payment.received',
  'Payment.failed': 'libs/web-kit timeline.payment.failed',
  'Payment.cancelled': 'libs/web-kit timeline.payment.cancelled',
  'Payment.expired': 'libs/web-kit timeline.payment.expired',
  'TransferAnnouncement.open': 'libs/web-kit timeline.transfer.announced',
  'TransferAnnouncement.received': 'libs/web-kit timeline.payment.received',
  'TransferAnnouncement.expired': 'libs/web-kit timeline.transfer.not_found',
  'TransferAnnouncement.withdrawn': 'libs/web-kit timeline.transfer.withdrawn',
};

/** States no screen shows, and why. */
const unseen: Readonly<Record<string, string>> = {
  'Absence.planned': 'the team says from when to when',
  'Absence.running': 'the team says until when',
  'Absence.over': 'shown only while a move for good can be undone, as that',
  'Absence.cancelled': 'an absence that was called off is shown no more',
  'PaymentMeans.asked': 'the page of the provider is open; the plan says that nothing is registered yet',
  'PaymentMeans.on_file': 'shown as the card or the account itself',
  'PaymentMeans.failed': 'the plan says that nothing is registered yet',
  'PaymentMeans.removed': 'its successor is shown',
  'BrandHost.revoked': 'a host that was given back is shown no more',
  'Message.queued': 'leaves within seconds; the page shows what left',
  'Action.proposed': 'shown as what is to be confirmed',
  'Action.due': 'shown as the next step of the case',
  'Action.done': 'told as the message or the call it was',
  'Action.cancelled': 'told as the cancelled message',
  'Action.failed': 'told as the failed message',
};

/** Who sets a state by SQL, over a set or beside `move`, and why that may be. Everybody else goes through `move`. */
const setMovers: Readonly<Record<string, string>> = {
  'libs/cases/src/absence/absences.ts': 'an absence has no case whose story move could write; checked by absenceStates',
  'libs/cases/src/case/move-cases.ts': 'the set-based twin of move: checks the table, writes the story, in one statement',
  'libs/cases/src/case/hold-cases.ts': 'holds and resumes a set in one statement, checked by caseStates, and writes each story',
  'libs/cases/src/import/import-rows.ts': 'imports have no table of states',
  'libs/resolution/src/promise/settle-promises.ts': 'judges all due promises in one statement, by promiseStates',
  'libs/resolution/src/plan/judge-plans.ts': 'judges all active plans in one statement, by planStates',
  'libs/resolution/src/transfer/settle-announcements.ts': 'finds and ends announced transfers in one statement, by announcementStates',
  'libs/payments/src/payment/sync-payments.ts': 'brings payments to what the provider says, checked by paymentStates',
  'libs/payments/src/payment/reconcile-payments.ts': 'ends what the provider has forgotten',
  'libs/payments/src/means/means-on-file.ts': 'brings means of payment to what the provider says, checked in the statement',
  'libs/outreach/src/message/settle-message.ts': 'a message and its action end together',
  'libs/outreach/src/bulk/do-bulk-act.ts': 'lines of a report have no table of states',
  'libs/outreach/src/bulk/undo-bulk-act.ts':
    'takes queued messages of a set back in one statement, by messageStates, and writes each story',
  'libs/outreach/src/call/log-call.ts': 'a call done closes the call actions that were due',
  'libs/billing/src/remittance/mark-remittance-paid-out.ts': 'a remittance has no case whose story move could write',
  'libs/clients/src/host/revoke-host.ts': 'a host has no case whose story move could write; checked by brandHostStates',
  'libs/clients/src/host/verify-host.ts': 'a host has no case whose story move could write; checked by brandHostStates',
  'libs/outreach/src/own-template/activate-template.ts': 'words have no case whose story move could write; checked by templateStates',
  'libs/outreach/src/own-template/template-slot.ts': 'the former version goes as the next comes; checked by templateStates',
  'libs/strategies/src/confirm/confirm-steps.ts': 'confirms a set in one statement, by actionStates; the message that leaves is told',
  'libs/strategies/src/confirm/discard-steps.ts': 'discards a set in one statement, by actionStates, and writes each story',
  'libs/strategies/src/scenario/activate-draft.ts': 'a scenario has no case whose story move could write; checked by scenarioStates',
  'libs/strategies/src/scenario/retire-line.ts': 'a scenario has no case whose story move could write; checked by scenarioStates',
  'libs/strategies/src/step/finish-task.ts': 'an action has no entity; checked by actionStates, and its story is written',
  'apps/cli/demo/live-through.ts': 'the demo writes two invented years at once',
  'apps/cli/demo/close-out.ts': 'the demo writes two invented years at once',
};

/** Does the code of a file, not its SQL, give a `.state` a value? */
function assignsState(file: string): boolean {
  let found = false;
  const look = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left)) {
      found ||= node.left.name.text === 'state' && node.left.expression.kind !== ts.SyntaxKind.ThisKeyword;
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return found;
}

const languages = ['fr', 'en'];
const catalogue = (language: string): Record<string, string> => ({ ...JSON.parse(read(`libs/web-kit/src/i18n/${language}.json`)) });

describe('states', () => {
  it('are known here, so that each is looked at', () => {
    const known = declaredStates()
      .map(({ of }) => of)
      .sort();
    expect(known).toEqual(Object.keys(finals).sort());
    expect(known).toEqual(Object.keys(tableOf).sort());
  });

  it('can each be reached; a table that hides one is refused at boot', () => {
    expect(() => states<'a' | 'b'>({ of: 'Planted', initial: ['a'], exits: { a: [], b: ['a'] } })).toThrow('Planted: no way leads to b');
    expect(() => states<string>({ of: 'Planted', initial: ['a'], exits: { a: ['c'] } })).toThrow('leads to c, which is not a state');
    for (const table of declaredStates()) {
      const reached = new Set(table.initial);
      for (const state of reached) for (const next of table.exits[state] ?? []) reached.add(next);
      expect([table.of, [...reached].sort()]).toEqual([table.of, Object.keys(table.exits).sort()]);
    }
  });

  it('end where this list says', () => {
    for (const { of, exits } of declaredStates())
      expect([
        of,
        Object.keys(exits)
          .filter((state) => exits[state]!.length === 0)
          .sort(),
      ]).toEqual([of, finals[of]]);
  });

  it('have a label in every language', () => {
    const faults: string[] = [];
    for (const language of languages) {
      const sentences = catalogue(language);
      for (const { of, exits } of declaredStates()) {
        for (const state of Object.keys(exits)) {
          const name = `${of}.${state}`;
          if (name in unseen) continue;
          const key = toldBy[name]?.split(' ')[1] ?? `enum.${of}State.${state.toUpperCase()}`;
          if (!sentences[key]?.trim())
            faults.push(
              `${name} has no words in ${language}: write "${key}" in libs/web-kit/src/i18n/${language}.json, or say in this spec why nobody sees it.`,
            );
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('are the ones the database lets in', async () => {
    const test = await openTestDatabase();
    try {
      const checks = await test.owner<{ table: string; def: string }>(
        `select conrelid::regclass::text as table, pg_get_constraintdef(k.oid) as def from pg_constraint k where contype = 'c' and pg_get_constraintdef(k.oid) ~ '\\(state = ANY'`,
      );
      for (const { of, exits } of declaredStates()) {
        const { def } = checks.find(({ table }) => table === tableOf[of])!;
        expect([of, [...def.matchAll(/'([a-z_]+)'/g)].map(([, state]) => state!).sort()]).toEqual([of, Object.keys(exits).sort()]);
      }
      const columns = await test.owner<{ table: string }>(
        `select table_name as table from information_schema.columns where table_schema = 'public' and column_name = 'state'`,
      );
      const unknown = columns.filter(({ table }) => !Object.values(tableOf).includes(table) && !(table in stateless));
      expect(
        unknown.map(
          ({ table }) =>
            `${table}.state has no table of states: declare one with states() in a *.states.ts, so that its changes are checked.`,
        ),
      ).toEqual([]);
    } finally {
      await test.close();
    }
  });

  it('change through move alone, or through a set-based mover that stands here with its reason', () => {
    const faults: string[] = [];
    const movers = new Set<string>();
    for (const file of filesIn(['apps', 'libs'], /\.ts$/).filter(
      (name) => !/\.(spec|fixture)\.ts$|^apps\/devkit\/|^libs\/testing\/|-web\/|^libs\/web-kit\//.test(name),
    )) {
      const text = read(file).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
      const assigned = file !== 'libs/platform/src/timeline.ts' && assignsState(file);
      const set = [
        ...text.matchAll(/\bupdate\s+(?:only\s+)?\w+(?:\s+(?:as\s+)?\w+)?\s+set\s+([\s\S]*?)(?=\bwhere\b|\breturning\b|`)/gi),
        ...text.matchAll(/\bdo\s+update\s+set\s+([\s\S]*?)(?=\bwhere\b|\breturning\b|`)/gi),
      ].some(([, what]) => /(^|[\s,(])state\s*=/i.test(what!));
      if (assigned) faults.push(`${file} assigns .state: call move(), which checks the table of states and writes the story of the case.`);
      if (!set) continue;
      movers.add(file);
      if (!(file in setMovers))
        faults.push(
          `${file} sets a state by SQL: call move(), or moveCases() for a set; if neither can be, say why in setMovers of this spec.`,
        );
    }
    expect(faults).toEqual([]);
    expect(
      Object.keys(setMovers)
        .filter((file) => !movers.has(file))
        .map((file) => `${file} sets no state any more: take it off setMovers.`),
    ).toEqual([]);
  });
});
