import { useNeeded } from '@amiable/web-kit';
import type { ClientPageFieldsFragment } from '@documents';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { ClientPageDocument } from './client-page.documents';

export type TheClient = ClientPageFieldsFragment;

/** Every write answers the whole client; it takes the place of what was read. */
export function keepClient(queryClient: QueryClient, client: TheClient): void {
  queryClient.setQueryData(['client-page', client.id], { client });
  void queryClient.invalidateQueries({ queryKey: ['clients'] });
}

export function useClientPage(clientId: string) {
  const queryClient = useQueryClient();
  const { client } = useNeeded(['client-page', clientId], ClientPageDocument, { clientId });
  return { client, keep: (answer: TheClient) => keepClient(queryClient, answer) };
}

export const startSteps = ['company', 'brand', 'mandate', 'scenario', 'import', 'owner'] as const;
export type StartStep = (typeof startSteps)[number];

/** What is there already; the path remembers nothing of its own. */
export function doneSteps(client: TheClient): Readonly<Record<StartStep, boolean>> {
  return {
    company: true,
    brand: client.brands.length > 0,
    mandate: client.mandate !== null && client.mandate !== undefined,
    scenario: client.scenario !== null && client.scenario !== undefined,
    import: client.hasImport,
    owner: client.users.some(({ role }) => role === 'OWNER'),
  };
}

/** Debtors can be written to: the last step, somebody who looks on, may follow. */
export const isLive = (client: TheClient): boolean => {
  const { brand, mandate, scenario, import: imported } = doneSteps(client);
  return brand && mandate && scenario && (imported || client.openCases > 0); // cases may have come by the interface instead of a file
};
