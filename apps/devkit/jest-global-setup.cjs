// For Jest called by itself (an editor, `npx jest`): brings the database that `npm test` brings otherwise.
module.exports = async () => {
  if (process.env.TEST_DATABASE_URL) return;
  const { prepareTestDatabase, testEnvironment } = await import('./test-database.mjs');
  const { ensureChromium } = await import('./chromium.mjs');
  const database = await prepareTestDatabase();
  globalThis.stopTestDatabase = database.stop;
  Object.assign(process.env, testEnvironment({ url: database.url, browser: await ensureChromium() }));
};
