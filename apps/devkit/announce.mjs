import { runToEnd } from './processes.mjs';
import { compiled } from './paths.mjs';

const labels = { agency: 'Agency console', client: 'Client portal', debtor: 'Debtor page' };

/** Prints where every face is and who may sign in there. */
export async function announce(progress, { env, ports, own }) {
  const site = env.PUBLIC_URL.replace(/\/$/, '');
  const logins = await demoLogins(env);
  const rows = [
    [labels.agency, `${site}/agency/`],
    ...loginRows(logins, 'agency'),
    [labels.client, `${site}/client/`],
    ...loginRows(logins, 'client'),
    ...debtorRows(logins),
  ];
  const outside = [];
  if (own.mail) outside.push(['Mail inbox', `http://localhost:${ports.MAIL_PORT}/`]);
  if (own.stripe) outside.push(['Local Stripe', `http://localhost:${ports.STRIPE_LOCAL_PORT}/`]);
  progress.line();
  for (const line of box('Amiable is running', [...rows, ...(outside.length > 0 ? [[]] : []), ...outside])) progress.line(line);
  progress.line('  Ctrl-C stops everything and keeps the data. Logs: .data/logs/');
  progress.line();
}

/** Answers nothing when the database is not the demo: then nobody's login is ours to print. */
async function demoLogins(env) {
  try {
    const text = await runToEnd('demo-logins', compiled('apps/cli/main.js'), { args: ['demo', '--logins', '--json'], env });
    const { logins = [] } = JSON.parse(text);
    return logins;
  } catch {
    return [];
  }
}

/** One login: { face, who, login, password, url? }. */
function loginRows(logins, face) {
  return logins.filter((one) => one.face === face).map(({ who, login, password }) => ['', `${login}  ${password}  ${who ?? ''}`.trimEnd()]);
}

function debtorRows(logins) {
  const debtors = logins.filter(({ face }) => face === 'debtor');
  if (debtors.length === 0) return [];
  return debtors.map(({ who, url }, index) => [index === 0 ? labels.debtor : '', `${url}${who ? `  ${who}` : ''}`]);
}

function box(title, rows) {
  const left = Math.max(...rows.map(([label = '']) => label.length));
  const texts = rows.map(([label = '', text = '']) => `${label.padEnd(left)}  ${text}`.trimEnd());
  const width = Math.max(title.length, ...texts.map((text) => text.length));
  const line = '─'.repeat(width + 2);
  return [
    `  ┌${line}┐`,
    `  │ ${title.padEnd(width)} │`,
    `  ├${line}┤`,
    ...texts.map((text) => `  │ ${text.padEnd(width)} │`),
    `  └${line}┘`,
  ];
}
