// Takes the README's pictures of a portal that runs with its demo (`npm start`), in French, and leaves nothing changed but a session:
//   node e2e/browser/take-pictures.mjs [http://localhost:3000] [docs/pictures]
// The mail inbox is looked for at the portal's address on port 3002; MAIL_URL names another.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { ensureChromium } from '../../apps/devkit/chromium.mjs';

const portal = process.argv[2] ?? 'http://localhost:3000';
const folder = process.argv[3] ?? 'docs/pictures';
const inbox = process.env.MAIL_URL ?? Object.assign(new URL(portal), { port: '3002' }).href;
const password = 'amiable-demo';
const wide = { width: 1280, height: 800 };

await mkdir(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: await ensureChromium(),
  headless: 'shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const agency = await signIn('agency', 'maya@cabinet-orsel.example');
  await take(agency, 'console-my-day');
  const { caseId, mailId, link, postcode } = await caseToShow(agency);
  await agency.goto(`${portal}/agency/cases/${caseId}`, { waitUntil: 'networkidle0' });
  await take(agency, 'console-case');
  await letter(agency, caseId);

  const client = await signIn('client', 'helene@voltessence.example');
  await take(client, 'portal-home', { width: 1280, height: 1120 });

  const mailPage = await newPage();
  await mailPage.setViewport({ width: 1280, height: 1000 });
  await mailPage.goto(new URL(`/mails/${mailId}`, inbox).href, { waitUntil: 'networkidle0' });
  await take(mailPage, 'debtor-e-mail', { width: 1280, height: 1000 });

  const debtor = await newPage();
  await debtor.goto(link, { waitUntil: 'load' });
  await debtor.type('[name=postcode]', postcode);
  await Promise.all([debtor.waitForNavigation(), debtor.click('button.btn')]);
  await take(debtor, 'debtor-claim', { width: 1280, height: 1000 });
  await take(debtor, 'debtor-claim-320', { width: 320, height: 720 });
} finally {
  await browser.close();
}

async function newPage() {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport(wide);
  await page.setExtraHTTPHeaders({ 'accept-language': 'fr' });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  return page;
}

async function signIn(face, email) {
  const page = await newPage();
  await page.goto(`${portal}/${face}/`, { waitUntil: 'networkidle0' });
  await page.evaluate(() => localStorage.setItem('amiable.settings', JSON.stringify({ language: 'fr' })));
  await page.reload({ waitUntil: 'networkidle0' });
  await page.type('[name=email]', email);
  await page.type('[name=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('main h1:not(.sign-in h1)');
  await page.waitForNetworkIdle();
  return page;
}

async function take(page, name, viewport = wide) {
  await page.setViewport(viewport);
  await page.evaluate(() => {
    document.activeElement?.blur?.();
    // Headless Chromium has no mouse, so the keys beside the words would be hidden as on a telephone.
    const keys = new CSSStyleSheet();
    keys.replaceSync('@media (min-width: 60rem) { .button .key { display: inline-block } }');
    document.adoptedStyleSheets = [keys];
  });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, optimizeForSpeed: false });
  console.log(path);
}

/** As the console asks: with the session of the page. */
function ask(page, query, variables) {
  return page.evaluate(
    async (body) =>
      (await (await fetch('/graphql/agency', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()).data,
    JSON.stringify({ query, variables }),
  );
}

/** A case with some story whose debtor got an e-mail with a link lately: that e-mail, and the postcode that opens the link. */
async function caseToShow(page) {
  const { mails } = await read('/api/mails');
  const candidates = [];
  for (const { id } of mails) {
    const { html = '' } = await read(`/api/mails/${id}`);
    const link = linkIn(html);
    const reference = /RF\d\d\s(\w{4})\s(\w{4})\s(\w{4})/.exec(html)?.slice(1).join('-');
    if (!reference || !link) continue;
    const { cases } = await ask(page, 'query($text: String!) { cases(filter: { text: $text }, page: { first: 1 }) { nodes { id } } }', {
      text: reference,
    });
    const caseId = cases.nodes[0]?.id;
    if (!caseId) continue;
    const { case: found } = await ask(page, 'query($caseId: ID!) { case(caseId: $caseId) { state debtor { postcode } timeline { id } } }', {
      caseId,
    });
    const { postcode } = found.debtor;
    if (found.state === 'OPEN' && postcode) candidates.push({ caseId, mailId: id, link, postcode, length: found.timeline.length });
  }
  if (candidates.length === 0)
    throw new Error('no mail of the inbox belongs to an open case: live a day (npm run cli -- run), then try again');
  return candidates.toSorted((a, b) => b.length - a.length)[0];
}

async function read(path) {
  return (await fetch(new URL(path, inbox))).json();
}

function linkIn(html) {
  return /href="(http[^"]*\/p\/[^"]+)"/.exec(html)?.[1];
}

/** The formal notice as it would be printed, on its sheet. */
async function letter(page, caseId) {
  const { messagePreview } = await ask(
    page,
    'query($caseId: ID!) { messagePreview(caseId: $caseId, template: "formal_notice") { html } }',
    { caseId },
  );
  const sheet = await newPage();
  await sheet.setJavaScriptEnabled(false);
  await sheet.setContent(
    `<body style="margin:0;padding:32px;background:#e9ebee"><iframe style="display:block;inline-size:794px;block-size:1190px;margin:auto;border:0;background:#fff" srcdoc="${messagePreview.html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe></body>`,
    { waitUntil: 'load' },
  );
  await take(sheet, 'letter', { width: 1280, height: 1254 });
}
