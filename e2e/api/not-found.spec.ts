import { randomUUID } from 'node:crypto';
import { toGlobalId, type IdKind } from '@amiable/platform';
import { openStage, type GraphqlAnswer, type Stage } from '../stage';
import { callOf, idPlacesOf, rootFieldsOf, type IdPlace, type RootField } from './schema-walk';
import { seatEverybody, type Seated } from './seated';
import { liveALittle } from './lived-in';
import { canariesOf, photograph, ThingsOf } from './things-of';

/** What an argument of this name names. A new id argument is added here, with the kind its resolver reads it as. */
const kindOf: Readonly<Record<string, IdKind>> = {
  actionId: 'Action',
  actionIds: 'Action',
  challengerId: 'Scenario',
  experimentId: 'Experiment',
  scenarioId: 'Scenario',
  segmentId: 'Segment',
  alertId: 'Alert',
  answerId: 'Answer',
  brandId: 'Brand',
  contactId: 'DebtorContact',
  jointId: 'DebtorJoint',
  twinId: 'Debtor',
  caseId: 'Case',
  caseIds: 'Case',
  skipCaseId: 'Case',
  clientId: 'Client',
  clientUserId: 'ClientUser',
  disputeId: 'Dispute',
  documentId: 'Document',
  hostId: 'BrandHost',
  importId: 'Import',
  invoiceId: 'Invoice',
  invoiceIds: 'Invoice',
  logoId: 'BrandLogo',
  logoDarkId: 'BrandLogo',
  messageId: 'Message',
  refundId: 'Refund',
  planId: 'Plan',
  remittanceId: 'Remittance',
  eventId: 'TimelineEvent',
  templateId: 'Template',
};

/** Where another code than NOT_FOUND is right, and why. It must be the same for ids of others and ids of nothing. */
const otherAnswer: Readonly<Record<string, { code: string; for: readonly string[]; because: string }>> = {
  'debtor.startPayment input.invoiceIds': {
    code: 'NO_INVOICE_CHOSEN',
    for: ['forged', 'of nothing', 'of another case'],
    because: 'an invoice that was just paid is answered the same, and the page says what to choose instead',
  },
};

/** Found, and yet nobody of this audience may: why. */
const foundButForbidden: Readonly<Record<string, string>> = {
  'client.decidePlan input.planId': 'the plan that lives here waits for the manager, not for the client',
};

const rubbish = [
  '',
  ' ',
  'x',
  '0',
  'null',
  '../../etc/passwd',
  `' or 1=1 --`,
  '00000000-0000-0000-0000-000000000000',
  'é'.repeat(44),
  'A'.repeat(44),
  'A'.repeat(5_000),
  '\u0001',
  '{{7*7}}',
];

describe("another client's id", () => {
  let stage: Stage;
  let fields: RootField[];
  let everybody: Seated[];
  let a: ThingsOf;
  let b: ThingsOf;
  let keys = 0;

  beforeAll(async () => {
    stage = await openStage();
    everybody = await seatEverybody(stage);
    await liveALittle(stage);
    [a, b] = [await ThingsOf.read(stage, stage.cast.a), await ThingsOf.read(stage, stage.cast.b)];
    fields = await rootFieldsOf(stage);
  });
  afterAll(() => stage.close());

  const tomorrow = () => stage.test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().add({ days: 1 }).toString();

  /** Valid values for all that is not under attack. */
  const dummy = (typeName: string, name: string): unknown => {
    if (typeName === 'ID') return a.id(kindOf[name]!);
    if (name === 'idempotencyKey') return `not-found-spec-${++keys}`;
    if (name === 'template' && typeName === 'String') return 'reminder_1';
    if (name === 'asOf' || name === 'paidOutOn' || name === 'receivedOn') return tomorrow().replace(/\d\d$/, '01');
    if (name === 'first') return 10;
    return {
      Date: tomorrow(),
      DateTime: stage.test.clock.now().toString(),
      Decimal: '10.00',
      String: 'un texte',
      Boolean: true,
      Int: 2,
      Float: 1,
      DebtorPayChoice: 'INVOICES',
    }[typeName];
  };

  const call = (who: Seated, field: RootField, place: IdPlace, id: string): Promise<GraphqlAnswer> => {
    const { query, variables } = callOf(field, new Map([[place.path.join('.'), id]]), dummy);
    return who.ask(query, variables);
  };

  /** Ids that must not exist for a person of client A. */
  const attacksOn = (kind: IdKind, who: Seated): Array<[string, string]> => {
    const other: IdKind = kind === 'Case' ? 'Invoice' : 'Case';
    const nowhere = randomUUID();
    return [
      ['of another client', b.id(kind)],
      ['forged', toGlobalId(kind, stage.cast.a.id, b.uuid(kind))],
      ['forged the other way', toGlobalId(kind, stage.cast.b.id, a.uuid(kind))],
      ['of nothing', kind === 'Client' ? toGlobalId('Client', nowhere, nowhere) : toGlobalId(kind, stage.cast.a.id, nowhere)],
      ['of another kind', a.id(other)],
      ['named as another kind', toGlobalId(other, stage.cast.a.id, a.uuid(kind))],
      ...(who.audience === 'debtor' && kind === 'Invoice'
        ? [['of another case', toGlobalId(kind, stage.cast.a.id, stage.cast.a.cases[2].invoices[0]!.id)] as [string, string]]
        : []),
      ...rubbish.map((text): [string, string] => ['rubbish', text]),
    ];
  };

  const leaksIn = (text: string): string[] => canariesOf(stage).filter((canary) => text.includes(canary));

  it('is asked for in arguments whose kind this spec knows', () => {
    const unknown = fields.flatMap((field) =>
      idPlacesOf(field)
        .filter((place) => !(place.name in kindOf))
        .map(
          (place) =>
            `${field.audience}.${field.name} takes an id as ${place.path.join('.')}, and this spec does not know what it names: add "${place.name}" to kindOf in e2e/api/not-found.spec.ts, so that the field is tried with ids of others.`,
        ),
    );
    expect(unknown).toEqual([]);
  });

  it('is not found, by no role, in no field, and nothing changes', async () => {
    const before = await photograph(stage);
    const faults: string[] = [];
    let tried = 0;
    for (const field of fields) {
      for (const place of idPlacesOf(field)) {
        const where = `${field.audience}.${field.name} ${place.path.join('.')}`;
        let refusedAsNotFound = false;
        for (const who of everybody.filter((one) => one.audience === field.audience)) {
          for (const [attack, id] of attacksOn(kindOf[place.name]!, who)) {
            tried++;
            const answer = await call(who, field, place, id);
            const code = answer.errors?.[0]?.extensions.code;
            const said = `${where} asked by ${who.role} with an id ${attack} (${JSON.stringify(id.slice(0, 50))})`;
            const leaks = leaksIn(answer.text);
            if (leaks.length > 0) faults.push(`${said} told ${leaks.join(', ')} of client B`);
            if (code === 'FORBIDDEN') break;
            refusedAsNotFound ||= code === 'NOT_FOUND';
            const exception = otherAnswer[where];
            const right = exception?.for.includes(attack) ? exception.code : 'NOT_FOUND';
            if (code !== right) faults.push(`${said} answered ${code ?? answer.text.slice(0, 200)} instead of ${right}`);
          }
        }
        if (!refusedAsNotFound) faults.push(`${where}: no role ever came as far as NOT_FOUND, so this spec proves nothing about it`);
      }
    }
    expect(faults).toEqual([]);
    expect(await photograph(stage)).toEqual(before);
    expect(tried).toBeGreaterThan(500);
  }, 180_000);

  it('is not found by the agency either when nobody has it', async () => {
    const admin = await stage.signIn('agency', stage.cast.staff.admin.email);
    const lea = await stage.signIn('agency', stage.cast.staff.lea.email); // what only who made a contact may
    const faults: string[] = [];
    for (const field of fields.filter(({ audience }) => audience === 'agency')) {
      for (const place of idPlacesOf(field)) {
        const nowhere = randomUUID();
        for (const id of [
          toGlobalId(kindOf[place.name]!, nowhere, kindOf[place.name] === 'Client' ? nowhere : a.uuid(kindOf[place.name]!)),
          toGlobalId(kindOf[place.name]!, stage.cast.b.id, a.uuid(kindOf[place.name]!)),
        ]) {
          const { query, variables } = callOf(field, new Map([[place.path.join('.'), id]]), dummy);
          let answer = await admin(query, variables);
          if (answer.errors?.[0]?.extensions.code === 'FORBIDDEN') answer = await lea(query, variables);
          const code = answer.errors?.[0]?.extensions.code;
          if (isEmptyList(answer.data?.[field.name])) continue; // a list narrowed to nobody: nothing is told
          if (code === 'NOTHING_SELECTED') continue; // an act on a list narrowed to nobody
          if (code !== 'NOT_FOUND')
            faults.push(`${field.name} ${place.path.join('.')} with an id of nobody answered ${code ?? answer.text.slice(0, 200)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  const isEmptyList = (found: any): boolean =>
    Array.isArray(found) ? found.length === 0 : found?.nodes?.length === 0 || found?.selected === 0;

  it('while the own id is found, so that the refusals above mean something', async () => {
    const faults: string[] = [];
    // What proves an invoice is taken away by the first who may, and put back for the next.
    const putBack = () => stage.test.owner(`update evidence set removed_at = null`);
    for (const field of fields) {
      for (const place of idPlacesOf(field)) {
        const codes: Array<string | undefined> = [];
        for (const who of everybody.filter((one) => one.audience === field.audience))
          codes.push((await call(who, field, place, a.id(kindOf[place.name]!))).errors?.[0]?.extensions.code);
        if (place.name === 'documentId') await putBack();
        if (field.name === 'reviseSegments')
          await stage.test.owner(`update segments set id = $1 where client_id = $2`, [a.uuid('Segment'), a.client.id]);
        if (field.name === 'dismissContact') await stage.test.owner(`update debtor_contacts set dismissed_at = null`);
        const where = `${field.audience}.${field.name} ${place.path.join('.')}`;
        if (codes.every((code) => code === 'FORBIDDEN' || code === 'NOT_FOUND') && !(where in foundButForbidden))
          faults.push(`${where}: ${codes.join(', ')}`);
        if (codes.includes('INTERNAL')) faults.push(`${field.audience}.${field.name} failed with its own id`);
      }
    }
    expect(faults).toEqual([]);
  });
});
