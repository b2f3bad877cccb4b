import { NotFound, parseDecimal, toDecimal } from '@amiable/kernel';
import { fromGlobalId, moneyOf, toGlobalId, type TenantDb } from '@amiable/platform';
import {
  differenceOf,
  fewestObserved,
  problemsOf,
  readBounds,
  readExperiments,
  readScenarios,
  readSegments,
  verdictOf,
  type ArmResult,
  type Experiment,
  type Scenario,
  type ScenarioStep,
  type Segment,
  type SegmentInPlace,
} from '@amiable/strategies';
import type { ExperimentArmFace, ExperimentFace } from './experiment.agency.types';
import type { ScenarioFace, StepInput, Strategy } from './scenario.agency.types';
import type { SegmentFace, SegmentInput } from './segment.agency.types';

/** How this client's cases are worked. Throws NotFound. */
export async function readStrategy(db: TenantDb): Promise<Strategy> {
  const client = await db.row<{ name: string; currency: string | null }>(
    `select name, (select currency from cases c where c.client_id = cl.client_id order by opened_on desc limit 1) as currency from clients cl where client_id = $1`,
    [db.clientId],
  );
  if (!client) throw new NotFound('Client');
  const currency = client.currency ?? 'EUR';
  const bounds = await readBounds(db, db.clientId);
  const scenarios = await readScenarios(db);
  const tags = await db.rows<{ tag: string }>(`select distinct tag from case_tags where client_id = $1 order by tag limit 200`, [
    db.clientId,
  ]);
  return {
    clientId: toGlobalId('Client', db.clientId, db.clientId),
    clientName: client.name,
    currency,
    hat: bounds?.hat ?? null,
    channels: (bounds?.channels ?? []) as Strategy['channels'],
    scenarios: scenarios.map((scenario) => scenarioOf(db, scenario, bounds)),
    segments: (await readSegments(db)).map((segment) => segmentOf(db, segment, currency)),
    experiments: (await readExperiments(db)).map((experiment) => experimentOf(db, experiment)),
    tags: tags.map(({ tag }) => tag),
  };
}

function scenarioOf(db: TenantDb, scenario: Scenario, bounds: Awaited<ReturnType<typeof readBounds>>): ScenarioFace {
  return {
    id: toGlobalId('Scenario', db.clientId, scenario.id),
    lineId: toGlobalId('Scenario', db.clientId, scenario.lineId),
    name: scenario.name,
    version: scenario.version,
    state: scenario.state,
    revision: scenario.revision,
    createdAt: scenario.createdAt.toISOString(),
    activatedAt: scenario.activatedAt?.toISOString() ?? null,
    activatedByName: scenario.activatedBy,
    steps: scenario.steps.map(({ leastOpenMinor, ...step }) => ({ ...step, leastOpen: toDecimal(leastOpenMinor) })),
    underWay: scenario.underWay,
    problems: scenario.state === 'draft' && bounds ? problemsOf(scenario.steps, bounds) : [],
  };
}

function segmentOf(db: TenantDb, segment: SegmentInPlace, currency: string): SegmentFace {
  const amount = (minor: bigint | null) => (minor === null ? null : toDecimal(minor));
  return {
    id: toGlobalId('Segment', db.clientId, segment.id),
    name: segment.name,
    lineId: toGlobalId('Scenario', db.clientId, segment.lineId),
    debtorKind: segment.debtorKind,
    least: amount(segment.leastMinor),
    most: amount(segment.mostMinor),
    leastScore: segment.leastScore,
    mostScore: segment.mostScore,
    languages: segment.languages as SegmentFace['languages'],
    tags: segment.tags && [...segment.tags],
    paymentMethods: segment.paymentMethods && [...segment.paymentMethods],
    cases: segment.cases,
    open: moneyOf(segment.openMinor, currency),
  };
}

function experimentOf(db: TenantDb, { id, arms, ...experiment }: Experiment): ExperimentFace {
  const champion = arms.find(({ arm }) => arm === 'champion')!;
  return {
    ...experiment,
    id: toGlobalId('Experiment', db.clientId, id),
    fewestObserved,
    arms: arms.map((arm) => armOf(arm, champion)),
  };
}

function armOf(arm: ArmResult, champion: ArmResult): ExperimentArmFace {
  const rate = arm.observed === 0 ? null : (100 * arm.paid) / arm.observed;
  if (arm.arm === 'champion' || arm.observed === 0 || champion.observed === 0)
    return { ...arm, rate, difference: null, low: null, high: null, verdict: arm.arm === 'champion' ? null : 'TOO_EARLY' };
  const { points, low, high } = differenceOf(arm, champion);
  return { ...arm, rate, difference: 100 * points, low: 100 * low, high: 100 * high, verdict: verdictOf(arm, champion) };
}

/** The steps of a draft as they came. Throws NotAnAmount. */
export function stepsOf(steps: readonly StepInput[]): ScenarioStep[] {
  return steps.map(({ leastOpen, template = null, onlyKind = null, ...step }) => ({
    ...step,
    template,
    onlyKind,
    leastOpenMinor: parseDecimal(leastOpen),
  }));
}

/** Segments as they came. Throws NotFound for ids of another client, NotAnAmount. */
export function segmentsOf(clientId: string, segments: readonly SegmentInput[], lines: ReadonlyMap<string, string>): Segment[] {
  const own = (kind: 'Segment' | 'Scenario', text: string) => {
    const found = fromGlobalId(kind, text);
    if (found.clientId !== clientId) throw new NotFound(kind);
    return found.id;
  };
  const amount = (text: string | null | undefined) => (text ? parseDecimal(text) : null);
  return segments.map((segment) => {
    const lineId = lines.get(own('Scenario', segment.scenarioId));
    if (!lineId) throw new NotFound('Scenario');
    return {
      id: isGiven(segment.segmentId) ? own('Segment', segment.segmentId) : null,
      name: segment.name,
      lineId,
      debtorKind: segment.debtorKind ?? null,
      leastMinor: amount(segment.least),
      mostMinor: amount(segment.most),
      leastScore: segment.leastScore ?? null,
      mostScore: segment.mostScore ?? null,
      languages: segment.languages?.length ? segment.languages : null,
      tags: segment.tags?.length ? segment.tags : null,
      paymentMethods: segment.paymentMethods?.length ? segment.paymentMethods : null,
    };
  });
}

const isGiven = (id: string | null | undefined): id is string => id !== null && id !== undefined;
