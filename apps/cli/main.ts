import './cli-process';
import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Refusal, systemClock, dayOf } from '@amiable/kernel';
import { BadSettings, Database, migrate, readSettings } from '@amiable/platform';
import { commands } from './commands/commands';
import { Operator, UsageError, type Arguments } from './commands/operator';
import { schemaCommand } from './commands/schema';
import { DatabaseNotEmpty, demoLogins, loadDemo } from './demo';

const help = `Amiable, the operator's commands:
  migrate                                            bring the database to the newest schema
  demo [--logins] [--json]                           load the demo into an empty database, or show its sign-ins
  set-up --file F                                    the agency, its staff and clients from a JSON file
  import --client C --file F [--mapping M] [--mode all_or_nothing|good_lines] [--dry-run] [--as-of D] [--json]
  run [--as-of D] [--send] [--json]                  one daily run by hand
  report ageing --client C [--as-of D] [--json]      aged balance as of any day
  remit --client C [--as-of D] [--paid-out [D]] [--json]
  rates [--half-year H --ecb P] [--json]             the ECB rates of late-payment interest; keeps one
  verify [--json]                                    prove the invariants on the live database
  work                                               take the inbox and the outbox once
  password --audience agency|client --email E        set a password, read from standard input
  schema [--check]                                   write or check the committed GraphQL schemas
  i18n --check                                       check the words of all languages`;

function parse(argv: readonly string[]): Arguments {
  const [command = 'help', ...rest] = argv;
  const options = new Map<string, string | true>();
  const words: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    if (!word.startsWith('--')) words.push(word);
    else if (word.includes('=')) options.set(word.slice(2, word.indexOf('=')), word.slice(word.indexOf('=') + 1));
    else if (rest[i + 1] !== undefined && !rest[i + 1]!.startsWith('--')) options.set(word.slice(2), rest[++i]!);
    else options.set(word.slice(2), true);
  }
  return { command, words, options };
}

async function main(): Promise<void> {
  const args = parse(process.argv.slice(2));
  switch (args.command) {
    case 'migrate': {
      const ran = await migrate(readSettings().DATABASE_URL, join(__dirname, '..', '..', 'migrations'));
      process.stdout.write(ran.length > 0 ? `${ran.length} migrations ran\n` : 'the schema is up to date\n');
      return;
    }
    case 'demo':
      return demo(args);
    case 'schema':
      if (!(await schemaCommand(args.options.has('check')))) process.exitCode = 1;
      return;
    case 'i18n': {
      const { status } = spawnSync(process.execPath, [join(process.cwd(), 'libs', 'web-kit', 'check-i18n.mjs')], { stdio: 'inherit' });
      process.exitCode = status ?? 1;
      return;
    }
  }
  const command = commands[args.command];
  if (!command) {
    process.stdout.write(`${help}\n`);
    if (args.command !== 'help' && args.command !== '--help') process.exitCode = 2;
    return;
  }
  const operator = await Operator.open(args);
  try {
    await command(operator);
  } finally {
    await operator.app.close();
  }
}

async function demo(args: Arguments): Promise<void> {
  const settings = readSettings();
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const show = async () => {
    const database = new Database(settings, systemClock);
    try {
      const logins = await demoLogins(database, settings);
      say(
        args.options.has('json')
          ? JSON.stringify({ logins })
          : logins.map((l) => `${l.face}: ${l.who} ${l.login ?? ''} ${l.password ?? ''} ${l.url ?? ''}`).join('\n'),
      );
    } finally {
      await database.close();
    }
  };
  if (args.options.has('logins')) return show();
  try {
    await loadDemo({ settings, today: dayOf(systemClock), progress: say });
  } catch (error) {
    if (!(error instanceof DatabaseNotEmpty)) throw error;
    say('the database holds data already: the demo is left out');
  }
}

main().catch((error: Error) => {
  const known = error instanceof BadSettings || error instanceof UsageError;
  const words =
    error instanceof Refusal ? `${error.code} ${JSON.stringify(error.facts)}` : known ? error.message : (error.stack ?? String(error));
  process.stderr.write(`${words}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
