import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

export const startHelp = `npm start: starts Amiable on this machine. Node and npm are all it needs.

  npm start                    installs, builds, starts everything, prints addresses and logins
  npm start -- --no-demo       leaves an empty database empty
  npm start -- --reset         deletes the local data first, after asking
  npm start -- --reset --yes   the same without asking

Ctrl-C stops everything. Data, logs and the local secret are kept in ./.data.

Settings, from the shell or a file .env (see .env.example):
  PORT=3000             the portal; WORKER_PORT, MAIL_PORT and STRIPE_LOCAL_PORT are its neighbours
  DATABASE_URL          your own PostgreSQL 18 instead of the embedded one
  SMTP_URL              your own mail server instead of the mail catcher
  STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET      the real Stripe instead of the local one
`;

export function readStartOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        reset: { type: 'boolean' },
        yes: { type: 'boolean', short: 'y' },
        'no-demo': { type: 'boolean' },
      },
    });
    return { help: values.help, reset: values.reset, yes: values.yes, demo: !values['no-demo'] };
  } catch (cause) {
    throw new Failure(cause.message, { cause, cure: 'See npm start -- --help' });
  }
}
