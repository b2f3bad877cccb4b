import type { Row } from './bench.types';
import { casePage } from './rows/case-page';
import { dailyRun } from './rows/daily-run';
import { importFile } from './rows/import-file';
import { letters } from './rows/letters';
import { listPage } from './rows/list-page';
import { nextCase } from './rows/next-case';
import { rehearsal } from './rows/rehearsal';
import { search } from './rows/search';
import { startUp } from './rows/start-up';
import { teamPage } from './rows/team-page';
import { webhooks } from './rows/webhooks';

/** In the order they run: what only reads first. */
export const rows: Readonly<Record<string, Row>> = {
  start: startUp,
  list: listPage,
  search,
  case: casePage,
  team: teamPage,
  next: nextCase,
  letters,
  rehearsal,
  run: dailyRun,
  webhooks,
  import: importFile,
};

export const rowNames = Object.keys(rows);

/** Those whose cost is also seen at 10,000 cases. */
export const growingRows: readonly string[] = ['list', 'search', 'case', 'team', 'next', 'rehearsal', 'run', 'import'];
