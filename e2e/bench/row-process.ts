import 'reflect-metadata';
import type { RowTask } from './bench.types';
import { rows } from './rows';

// One row of the benchmark, asked for and answered by message.
process.once('message', (task: RowTask) => {
  rows[task.row]!(task).then(
    (measures) => process.send!(measures, () => process.exit(0)),
    (error: Error) => {
      process.stderr.write(`row ${task.row}: ${error.stack}\n`);
      process.exit(1);
    },
  );
});
