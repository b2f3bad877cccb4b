import fs from 'node:fs';
import readline from 'node:readline/promises';
import { Failure } from './failure.mjs';
import { inData } from './paths.mjs';
import { discardPostgres } from './postgres.mjs';

/** What belongs to the database and would be orphaned without it. */
const alongside = ['files', 'mail', 'stripe'];

/** Deletes the local data, after asking. Secret, browser and logs stay. */
export async function resetData({ yes }) {
  const dir = inData('pg');
  if (!yes && !(await agreed(dir))) throw new Failure('Nothing was deleted', { cure: 'Run npm start without --reset.' });
  await discardPostgres(dir);
  for (const name of alongside) fs.rmSync(inData(name), { recursive: true, force: true });
}

async function agreed(dir) {
  if (!process.stdin.isTTY) {
    throw new Failure('--reset asks before it deletes, and there is nobody to ask here', {
      cure: 'Add --yes: npm start -- --reset --yes',
    });
  }
  const asker = readline.createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asker.question(`Delete all local data in ${dir} (cases, payments, mails)? Type yes: `);
  asker.close();
  return answer.trim().toLowerCase() === 'yes';
}
