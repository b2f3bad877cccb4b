// For Jest called by itself (an editor, `npx jest`): brings the database that `npm test` brings otherwise.
module.exports = async () => {
  if (process.env.TEST_DATABASE_URL) return;
  const { prepareTestDatabase, testSecret } = await import('./test-database.mjs');
  const { ensureChromium } = await import('./chromium.mjs');
  const database = await prepareTestDatabase();
  globalThis.stopTestDatabase = database.stop;
  process.env.TEST_DATABASE_URL = database.url;
  process.env.AMIABLE_SECRET = testSecret;
  process.env.PUPPETEER_EXECUTABLE_PATH = await ensureChromium();
};
