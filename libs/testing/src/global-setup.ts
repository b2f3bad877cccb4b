import 'reflect-metadata';
import { migrateTemplate } from './template-database';

/** Jest's globalSetup: the template database, once per run. */
export default async function globalSetup(): Promise<void> {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: run the tests by `npm test`, which starts a database for them.');
  await migrateTemplate(DATABASE_URL);
}

export { migrateTemplate };
