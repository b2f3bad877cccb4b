import { useNeeded } from '@amiable/web-kit';
import type { RehearsalFieldsFragment, StrategyFieldsFragment } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { StrategyDocument } from './scenario.documents';

export type Strategy = StrategyFieldsFragment;
export type Scenario = Strategy['scenarios'][number];
export type Step = Scenario['steps'][number];
export type Segment = Strategy['segments'][number];
export type Experiment = Strategy['experiments'][number];
export type Rehearsal = RehearsalFieldsFragment;

/** Every write answers the whole; it takes the place of what was read. */
export function useStrategy(clientId: string) {
  const queryClient = useQueryClient();
  const { strategy } = useNeeded(['strategy', clientId], StrategyDocument, { clientId });
  const keep = (answer: Strategy) => {
    queryClient.setQueryData(['strategy', clientId], { strategy: answer });
    void queryClient.invalidateQueries({ queryKey: ['client-page', clientId] });
  };
  return { strategy, keep };
}

/** What is worked of each scenario: its active version, or what there is of it. */
export function linesOf({
  scenarios,
}: Pick<Strategy, 'scenarios'>): Array<{ shown: Scenario; draft: Scenario | null; versions: Scenario[] }> {
  const lines = [...Map.groupBy(scenarios, ({ lineId }) => lineId).values()];
  return lines
    .map((versions) => {
      const draft = versions.find(({ state }) => state === 'DRAFT') ?? null;
      const shown = versions.find(({ state }) => state === 'ACTIVE') ?? versions.find(({ state }) => state === 'RETIRED') ?? draft!;
      return { shown, draft, versions };
    })
    .sort((a, b) => rank(a) - rank(b) || a.shown.name.localeCompare(b.shown.name));
}

const rank = ({ shown, draft }: { shown: Scenario; draft: Scenario | null }) => (shown.state === 'ACTIVE' ? 0 : draft ? 1 : 2);
