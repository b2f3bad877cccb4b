import { abilityKey, type AbilityRule } from '@amiable/platform';
import { ModulesContainer } from '@nestjs/core';
import { openStage, type Stage } from '../stage';
import { liveALittle } from './lived-in';
import { ThingsOf } from './things-of';
import { callOf, rootFieldsOf, type RootField } from './schema-walk';
import { seatEverybody, type Seated } from './seated';

/** Open to everybody, as the resolver says with @OpenTo and a reason. A new one is a decision: add it here knowingly. */
const open = [
  'client.acceptInvitation',
  ...['agency', 'client'].flatMap((audience) => ['me', 'signIn', 'signOut', 'endView'].map((field) => `${audience}.${field}`)),
];

/** Who may ask for what. A change of this table is a change of who may: it belongs into the message of the commit. */
const matrix = `
agency                 collector  manager    accountant admin
absencePreview         -          may        -          may
alertRules             -          may        -          may
alerts                 may        may        -          may
approvals              may        may        may        may
brand                  -          may        -          may
brandLook              -          may        -          may
bulkPreview            may        may        -          may
bulkProgress           may        may        -          may
case                   may        may        may        may
cases                  may        may        may        may
client                 may        may        may        may
clients                may        may        may        may
colleaguesOn           may        may        may        may
collectors             may        may        may        may
evidence               may        may        may        may
import                 -          may        -          may
imports                -          may        -          may
ledgerBalances         -          may        may        may
messagePreview         may        may        -          may
movements              may        may        may        may
myDay                  may        may        may        may
proposals              may        may        -          may
proposalsOfStep        may        may        -          may
quality                may        may        -          may
rehearseDraft          -          may        -          may
rehearseSegments       -          may        -          may
remittancePreview      -          may        may        may
remittances            -          may        may        may
savedViews             may        may        may        may
search                 may        may        may        may
staffViews             -          may        -          may
strategy               may        may        may        may
tags                   may        may        may        may
team                   -          may        -          may
template               -          may        -          may
templateTrial          -          may        -          may
templates              -          may        -          may
activateDraft          -          may        -          may
activateScenario       -          may        -          may
activateTemplate       -          may        -          may
addNote                may        may        -          may
agreePlan              may        may        -          may
answerReview           may        -          -          -
askRefund              may        may        may        may
assignCase             may        may        -          may
beginAbsence           -          may        -          may
chooseShortcuts        may        may        may        may
claimHost              -          may        -          may
closeCase              may        may        -          may
closeDispute           may        may        -          may
commitImport           -          may        -          may
confirmSteps           may        may        -          may
correctDebtor          may        may        -          may
decidePlan             -          may        -          may
decideRefund           -          may        may        may
detachEvidence         may        may        may        may
discardSteps           may        may        -          may
dismissContact         may        may        -          may
draftScenario          -          may        -          may
dropDraft              -          may        -          may
dropView               may        may        may        may
endAbsence             -          may        -          may
endExperiment          -          may        -          may
finishTask             may        may        -          may
holdCase               may        may        -          may
inviteClientUser       -          may        -          may
joinDebtors            may        may        -          may
judgeMeans             may        may        -          may
keepContact            may        may        -          may
keepView               may        may        may        may
logCall                may        may        -          may
markAlertsSeen         may        may        -          may
markPresence           may        may        may        may
markRemittancePaidOut  -          -          may        may
openBrand              -          may        -          may
openClient             -          may        -          may
openDispute            may        may        -          may
openView               -          may        -          may
orderRemittance        -          -          may        may
proposePlan            may        may        -          may
recallMessage          may        may        -          may
recordCreditLimit      may        may        -          may
recordExternalScore    may        may        -          may
recordPromise          may        may        -          may
recordRefund           -          may        may        may
recordTransfer         -          may        may        may
reopenBrand            -          may        -          may
restoreBrandVersion    -          may        -          may
restoreTemplate        -          may        -          may
resumeCase             may        may        -          may
retireScenario         -          may        -          may
reviewContact          -          may        -          may
reviseAlertRule        -          may        -          may
reviseBrand            -          may        -          may
reviseCollectorGoal    -          may        -          may
reviseCollectorSkills  -          may        -          may
reviseDraft            -          may        -          may
reviseQualityShare     -          may        -          may
reviseRefundLimit      -          -          -          may
reviseSegments         -          may        -          may
revokeHost             -          may        -          may
revokeLinks            may        may        -          may
sendMessage            may        may        -          may
sendTemplateTest       -          may        -          may
separateDebtors        may        may        -          may
settleAlert            may        may        -          may
settleAnswer           may        may        -          may
showEvidence           may        may        may        may
signMandate            -          may        -          may
skipStep               may        may        -          may
snoozeCase             may        may        -          may
startBulkAct           may        may        -          may
startExperiment        -          may        -          may
stopAsking             may        may        -          may
suspendBrand           -          may        -          may
takeNextCase           may        may        -          may
tellTwinsApart         may        may        -          may
undoBulkAct            may        may        -          may
undoPromise            may        may        -          may
undoSnooze             may        may        -          may
verifyHost             -          may        -          may
withdrawTemplate       -          may        -          may
writeTemplate          -          may        -          may
client                 owner      finance    manager    reader
agencyViews            may        -          -          -
brand                  may        -          -          -
brandLook              may        -          -          -
brands                 may        -          -          -
case                   may        may        may        may
cases                  may        may        may        may
dataQuality            may        may        may        may
evidence               may        may        may        may
home                   may        may        may        may
movements              may        may        may        may
remittance             may        may        may        -
remittances            may        may        may        -
answerDispute          may        may        may        -
claimHost              may        -          -          -
decidePlan             -          -          -          -
detachEvidence         may        may        may        -
recordCreditLimit      may        may        -          -
restoreBrandVersion    may        -          -          -
reviseBrand            may        -          -          -
revokeHost             may        -          -          -
showEvidence           may        may        may        -
verifyHost             may        -          -          -
debtor                 debtor
debt                   may
startPayment           may
`;

describe('who may', () => {
  let stage: Stage;
  let fields: RootField[];
  let everybody: Seated[];
  let a: ThingsOf;
  let keys = 0;

  beforeAll(async () => {
    stage = await openStage();
    everybody = await seatEverybody(stage);
    await liveALittle(stage);
    a = await ThingsOf.read(stage, stage.cast.a);
    fields = await rootFieldsOf(stage);
  });
  afterAll(() => stage.close());

  const dummy = (type: string, name: string): unknown => {
    const ids = {
      actionId: 'Action',
      actionIds: 'Action',
      challengerId: 'Scenario',
      experimentId: 'Experiment',
      scenarioId: 'Scenario',
      segmentId: 'Segment',
      answerId: 'Answer',
      brandId: 'Brand',
      contactId: 'DebtorContact',
      jointId: 'DebtorJoint',
      twinId: 'Debtor',
      hostId: 'BrandHost',
      clientId: 'Client',
      disputeId: 'Dispute',
      documentId: 'Document',
      importId: 'Import',
      invoiceId: 'Invoice',
      messageId: 'Message',
      planId: 'Plan',
      remittanceId: 'Remittance',
      templateId: 'Template',
    } as const;
    if (type === 'ID') return a.id(ids[name as keyof typeof ids] ?? 'Case');
    if (name === 'idempotencyKey') return `role-matrix-${++keys}`;
    return { Date: '2026-11-20', DateTime: '2026-11-02T08:00:00Z', Decimal: '1.00', String: 'reminder_1', Boolean: false, Int: 1 }[type];
  };
  const ask = async (field: RootField, as: Pick<Seated, 'cookie'>): Promise<string> => {
    const { query, variables } = callOf(field, new Map(), dummy);
    return (await stage.ask(field.audience, query, variables, as.cookie)).errors?.[0]?.extensions.code ?? 'answered';
  };
  const nameOf = (field: RootField) => `${field.audience}.${field.name}`;

  it('is declared by every root field and every route', () => {
    const silent: string[] = [];
    let declared = 0;
    for (const module of stage.api.get(ModulesContainer).values()) {
      for (const { metatype } of [...module.providers.values(), ...module.controllers.values()]) {
        if (typeof metatype !== 'function' || !metatype.prototype) continue;
        for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
          const handler = Object.getOwnPropertyDescriptor(metatype.prototype, name)?.value as object | undefined;
          if (typeof handler !== 'function' || name === 'constructor') continue;
          const asked =
            ['Query', 'Mutation', 'Subscription'].includes(Reflect.getMetadata('graphql:resolver_type', handler)) ||
            Reflect.hasMetadata('path', handler);
          if (!asked) continue;
          const rule = (Reflect.getMetadata(abilityKey, handler) ?? Reflect.getMetadata(abilityKey, metatype)) as AbilityRule | undefined;
          if (!rule) silent.push(`${metatype.name}.${name} declares no ability: add @Allowed('read', 'Case') or @OpenTo('the reason').`);
          else if ('public' in rule && rule.public.length < 10)
            silent.push(`${metatype.name}.${name} is open to everybody and does not say why.`);
          declared++;
        }
      }
    }
    expect(silent).toEqual([]);
    expect(declared).toBeGreaterThan(50);
  });

  it('says SESSION_OVER to nobody, to a stranger’s cookie and to the session of another audience, but where it is open', async () => {
    const strange = everybody.map(({ cookie, audience }) => ({ cookie, audience }));
    const faults: string[] = [];
    for (const field of fields) {
      const wrongDoors = [
        { cookie: '' },
        { cookie: `amiable_${field.audience}=${'x'.repeat(43)}` },
        { cookie: `amiable_${field.audience}=' or 1=1 --` },
        ...strange.filter((one, i) => one.audience !== field.audience && i % 3 === 0),
      ];
      for (const who of open.includes(nameOf(field)) ? [] : wrongDoors) {
        const code = await ask(field, who);
        if (code !== 'SESSION_OVER') faults.push(`${nameOf(field)} answered ${code} to ${who.cookie.slice(0, 60) || 'nobody'}`);
      }
    }
    expect(faults).toEqual([]);
    expect(fields.map(nameOf)).toEqual(expect.arrayContaining(open));
  });

  it('is what this table says', async () => {
    const rows: string[] = [];
    for (const audience of ['agency', 'client', 'debtor'] as const) {
      const roles = everybody.filter((who) => who.audience === audience);
      rows.push(`${audience.padEnd(22)} ${roles.map(({ role }) => role.padEnd(10)).join(' ')}`.trimEnd());
      for (const field of fields.filter((one) => one.audience === audience && !open.includes(nameOf(one)))) {
        const says: string[] = [];
        for (const who of roles) says.push((await ask(field, who)) === 'FORBIDDEN' ? '-' : 'may');
        rows.push(`${field.name.padEnd(22)} ${says.map((word) => word.padEnd(10)).join(' ')}`.trimEnd());
      }
    }
    expect(`\n${rows.join('\n')}\n`).toBe(matrix);
  });
});
