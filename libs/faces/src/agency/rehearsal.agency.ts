import { moneyOf, toGlobalId, type TenantDb } from '@amiable/platform';
import { stepChannels, type Rehearsal, type RehearsalTotals } from '@amiable/strategies';
import type { RehearsalFace, RehearsalTotalsFace } from './scenario.agency.types';

const shownSteps = 500;

/** A rehearsal as the screen shows it. */
export function rehearsalOf(db: TenantDb, { steps, asIs, changed, days, blocks, ...rest }: Rehearsal, currency: string): RehearsalFace {
  const totals = ({ byChannel, cases, proposed, postageMinor }: RehearsalTotals): RehearsalTotalsFace => ({
    byChannel: stepChannels.flatMap((channel) => (byChannel[channel] ? [{ channel, steps: byChannel[channel] }] : [])),
    cases,
    proposed,
    postage: moneyOf(postageMinor, currency),
  });
  return {
    ...rest,
    asIs: totals(asIs),
    changed: totals(changed),
    days: [...days],
    blocks: [...blocks],
    stepCount: steps.length,
    steps: steps.slice(0, shownSteps).map((step) => ({
      caseId: toGlobalId('Case', db.clientId, step.caseId),
      reference: step.reference,
      debtorName: step.debtorName,
      open: moneyOf(step.openMinor, step.currency),
      day: step.day,
      channel: step.channel,
      stepName: step.stepName,
      scenarioName: step.scenarioName,
      isProposed: step.isProposed,
    })),
  };
}
