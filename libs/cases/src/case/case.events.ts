import type { Effect } from '@amiable/platform';

/** A case was closed: what was planned for it must not leave. */
export const caseClosed = (caseId: string, closing: string): Effect => ({
  topic: 'case.closed',
  key: `case.closed:${caseId}:${closing}`,
  payload: { caseId },
});

/** Cases were opened or opened again: they need a next step. */
export const casesOpened = (source: string): Effect => ({ topic: 'cases.opened', key: `cases.opened:${source}`, payload: { source } });
