import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { MarkRemittancePaidOut, OrderRemittance, Remittance, RemittanceRefused } from '@amiable/billing';
import { ImportInvoices, lateRates, setLateRate } from '@amiable/cases';
import { SetPassword } from '@amiable/identity';
import { ageingJson, raiseAlerts, reportAgeing, verifyInvariants } from '@amiable/insights';
import { Temporal, toDecimal } from '@amiable/kernel';
import { ProcessInbox } from '@amiable/payments';
import { OutboxWorker, Performer } from '@amiable/platform';
import { RunDay } from '@amiable/strategies';
import { UsageError, type Operator } from './operator';
import { setUp } from './set-up';

type Command = (operator: Operator) => Promise<void>;

/** `import --client C --file F [--mapping M] [--mode all_or_nothing|good_lines] [--dry-run] [--as-of D] [--json]` */
const importFile: Command = async (operator) => {
  const { clientId, name } = await operator.client();
  const path = operator.need('file');
  await access(path).catch(() => {
    throw new UsageError(`The file ${path} cannot be read`);
  });
  const mappingPath = operator.text('mapping');
  const mode = operator.text('mode') ?? 'good_lines';
  if (mode !== 'all_or_nothing' && mode !== 'good_lines') throw new UsageError('--mode is all_or_nothing or good_lines');
  const file = {
    clientId,
    filename: basename(path),
    source: () => createReadStream(path),
    asOf: operator.text('as-of') ? operator.day() : undefined,
    mapping: mappingPath ? await readFile(mappingPath, 'utf8') : undefined,
    onProgress: ({ step, lines }: { step: string; lines: number }) => void process.stderr.write(`\r${step} ${lines} lines   `),
  };
  const importing = operator.get(ImportInvoices);
  const report = operator.flag('dry-run')
    ? await importing.preview(operator.ctx, file)
    : await importing.importFromFile(operator.ctx, file, mode);
  process.stderr.write('\n');
  const { counts, sums } = report;
  operator.print(report, [
    `${report.state === 'done' ? 'Imported' : 'Looked at'} ${basename(path)} for ${name} in ${report.seconds} s`,
    `  ${counts.lines} lines: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.rejected} rejected`,
    `  amount ${sums.amount} ${report.currency}, open ${sums.open}, settled ${sums.settled}, disputed ${sums.disputed} (${counts.disputed})`,
    `  ${report.debtorsNew} new debtors, ${report.casesOpened} cases opened`,
    ...report.rejections.flatMap((r) =>
      r.reasons.map((reason) => `  line ${r.line}, ${reason.column ?? reason.field}: "${reason.value}" ${reason.code}`),
    ),
  ]);
};

/** `run --as-of D [--send] [--json]`: one daily run by hand; --send also lets the messages leave now. */
const run: Command = async (operator) => {
  const report = await operator.get(RunDay).run(Temporal.PlainDate.from(operator.day()), operator.ctx);
  const alerts = await operator.database.acrossClientsAsWorker((db) => raiseAlerts(db, Temporal.PlainDate.from(operator.day())));
  const sent = operator.flag('send') ? await operator.get(OutboxWorker).drain() : 0;
  const listed = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([key, n]) => `${n} ${key}`)
      .join(', ') || 'none';
  operator.print({ ...report, alerts, outboxDone: sent }, [
    `Daily run of ${report.day} in ${report.seconds} s`,
    `  planned: ${listed(report.planned)}`,
    `  skipped: ${listed(report.skipped)}`,
    `  ${report.scheduled} cases scheduled, ${report.holdsEnded} holds ended, ${report.promisesJudged} promises judged, ${report.workReady} cases ready for the queue`,
    `  ${alerts} alerts`,
  ]);
};

/** `report ageing --client C --as-of D --json` */
const report: Command = async (operator) => {
  if (operator.args.words[0] !== 'ageing') throw new UsageError('report knows: ageing');
  const { clientId, name } = await operator.client();
  const asOf = operator.day();
  const ageing = await operator.database.inTenant(clientId, (db) => reportAgeing(db, { clientId, asOf: Temporal.PlainDate.from(asOf) }));
  const json = ageingJson(ageing);
  operator.print({ ...json, client: name }, [
    `Aged balance of ${name} as of ${asOf}`,
    ...Object.entries(json.buckets).map(([bucket, b]) => `  ${bucket.padEnd(8)} ${String(b.count).padStart(7)}  ${b.amount}`),
    `  total    ${String(json.total.count).padStart(7)}  ${json.total.amount}`,
  ]);
};

/** `remit --client C --as-of D [--paid-out D] [--json]` */
const remit: Command = async (operator) => {
  const { clientId, name } = await operator.client();
  const performer = operator.get(Performer);
  const remittanceId = await orderOrFind(operator, clientId);
  await operator.get(OutboxWorker).workOn('remittance.statement');
  if (operator.flag('paid-out'))
    await performer.perform(operator.ctx, clientId, operator.get(MarkRemittancePaidOut), {
      remittanceId,
      paidOutOn: operator.args.options.get('paid-out') === true ? operator.day() : operator.day('paid-out'),
    });
  const { remittance, balances } = await operator.database.inTenant(clientId, async (db) => ({
    remittance: await db.find(Remittance, remittanceId),
    balances: await db.rows<{ account: string; balance_minor: bigint }>(
      `select account, balance_minor from ledger_balances where client_id = $1 and book = 'trust' order by account`,
      [clientId],
    ),
  }));
  const sums = {
    funds: toDecimal(remittance.fundsMinor),
    fees: toDecimal(remittance.feesMinor),
    vat: toDecimal(remittance.vatMinor),
    feesWithVat: toDecimal(remittance.feesMinor + remittance.vatMinor),
    paidOut: toDecimal(remittance.paidOutMinor),
  };
  const ledger = Object.fromEntries(balances.map((b) => [b.account, toDecimal(b.balance_minor)]));
  operator.print(
    {
      client: name,
      number: remittance.number,
      invoiceNumber: remittance.invoiceNumber,
      state: remittance.state,
      asOf: remittance.asOf.toString(),
      currency: remittance.currency,
      ...sums,
      ledger,
    },
    [
      `Remittance ${remittance.number} to ${name} (${remittance.mode}), ${remittance.state}`,
      `  funds ${sums.funds}, fees ${sums.fees} + VAT ${sums.vat} = ${sums.feesWithVat}, paid out ${sums.paidOut} ${remittance.currency}`,
      `  trust ledger: ${Object.entries(ledger)
        .map(([account, balance]) => `${account} ${balance}`)
        .join(', ')}`,
    ],
  );
};

/** The remittance of this call: a new one or, where `--paid-out` comes later and nothing is new, the last one still waiting for the bank. */
async function orderOrFind(operator: Operator, clientId: string): Promise<string> {
  try {
    return (await operator.get(Performer).perform(operator.ctx, clientId, operator.get(OrderRemittance), { asOf: operator.day() }))
      .remittanceId;
  } catch (error) {
    if (!(error instanceof RemittanceRefused) || error.code !== 'NOTHING_TO_REMIT' || !operator.flag('paid-out')) throw error;
    const [waiting] = await operator.database.inTenant(clientId, (db) =>
      db.of(Remittance).find({ where: { clientId, state: 'ordered' }, order: { number: 'DESC' }, take: 1 }),
    );
    if (!waiting) throw error;
    return waiting.id;
  }
}

/** `verify [--json]`: proves the invariants on the live database; exit code 1 when one fails. */
const verify: Command = async (operator) => {
  const findings = await verifyInvariants(operator.database);
  operator.print(
    findings,
    findings.map((f) => `${f.ok ? 'ok  ' : 'FAIL'}  ${f.name}: ${f.figure}${f.detail ? `  (${f.detail})` : ''}`),
  );
  if (findings.some((f) => !f.ok)) process.exitCode = 1;
};

/** `work`: takes the inbox and the outbox once, until nothing is due. */
const work: Command = async (operator) => {
  const events = await operator.get(ProcessInbox).drain();
  const done = await operator.get(OutboxWorker).drain();
  operator.print({ events, done }, [`${events} events taken, ${done} pieces of work done`]);
};

/** `password --audience agency|client --email E`, the new password on standard input. */
const password: Command = async (operator) => {
  const audience = operator.text('audience') ?? 'agency';
  if (audience !== 'agency' && audience !== 'client') throw new UsageError('--audience is agency or client');
  let typed = '';
  for await (const chunk of process.stdin) typed += chunk;
  await operator.get(SetPassword).run(operator.ctx, { audience, email: operator.need('email'), password: typed.replace(/\r?\n$/, '') });
  operator.print({ done: true }, ['The password is set; open sessions of this user have ended.']);
};

/** `rates [--half-year 2026-2 --ecb 2.15] [--json]`: the ECB rates that late-payment interest is reckoned with; keeps one. */
const rates: Command = async (operator) => {
  const halfYear = operator.text('half-year');
  const kept = await operator.database.acrossClientsAsWorker(async (db) => {
    if (halfYear) await setLateRate(db, { halfYear, ecbPercent: operator.need('ecb') });
    return lateRates(db);
  });
  operator.print(
    kept,
    kept.map(({ half_year, ecb_percent }) => `${half_year}  ECB ${ecb_percent} %`),
  );
};

export const commands: Readonly<Record<string, Command>> = {
  import: importFile,
  password,
  rates,
  remit,
  report,
  run,
  'set-up': setUp,
  verify,
  work,
};
