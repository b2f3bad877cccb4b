import { menuAbilities } from '@amiable/identity';
import { settingsSchema } from '@amiable/platform';
import { filesIn, read, runNode } from './sources';

const code = filesIn(['apps', 'libs', 'migrations', 'e2e'], /\.(ts|tsx|mjs|cjs|js|css|json|sh)$/);

/** Names that say nothing, and where one of these words does say something. */
const empty = /^(utils?|helpers?|common|managers?|base|misc|shared|stuff|lib|service)$/;
const truthful: Readonly<Record<string, string>> = {
  'libs/identity/src/password/common-passwords.ts': 'passwords that are common among people',
  'libs/web-kit/src/styles/base.css': 'the base layer of the cascade',
};

/** First words of writes. A new write adds its verb here if it is one. */
const verbs = [
  'skip',
  'finish',
  'retire',
  'drop',
  'draft',
  'end',
  'discard',
  'confirm',
  'accept',
  'activate',
  'write',
  'settle',
  'say',
  'propose',
  'promise',
  'contest',
  'claim',
  'ask',
  'add',
  'agree',
  'announce',
  'answer',
  'assign',
  'attach',
  'cancel',
  'change',
  'choose',
  'claim',
  'close',
  'correct',
  'decide',
  'decline',
  'detach',
  'dismiss',
  'join',
  'judge',
  'separate',
  'tell',
  'hold',
  'import',
  'invite',
  'keep',
  'log',
  'mark',
  'offer',
  'open',
  'order',
  'propose',
  'recall',
  'record',
  'reference',
  'reopen',
  'request',
  'restore',
  'resume',
  'review',
  'revise',
  'revoke',
  'send',
  'set',
  'show',
  'sign',
  'snooze',
  'start',
  'stop',
  'suspend',
  'undo',
  'verify',
  'withdraw',
];

describe('the house', () => {
  it('names every setting in .env.example, and no other', () => {
    const named = [...read('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name!);
    const known = Object.keys(settingsSchema.shape);
    expect(
      known
        .filter((name) => !named.includes(name))
        .map((name) => `${name} is read (libs/platform/src/settings.ts) and not explained: add it to .env.example with one or two lines.`),
    ).toEqual([]);
    expect(
      named.filter((name) => !known.includes(name)).map((name) => `.env.example names ${name}, which nothing reads: take it out.`),
    ).toEqual([]);
    expect(named.length).toBe(new Set(named).size);
  });

  it('asks on its screens only about abilities that are told to them: a button nobody is told of would never be seen', () => {
    const told: Readonly<Record<string, readonly string[]>> = menuAbilities;
    const faults = filesIn(['apps'], /-web\/src\/.*\.tsx?$/).flatMap((file) => {
      const face = /^apps\/(agency|client)-web\//.exec(file)?.[1];
      return [...read(file).matchAll(/\b(?:may|useMay\(\))\('(\w+:\w+)'\)/g)]
        .filter(([, ability]) => face && !told[face]!.includes(ability!))
        .map(([, ability]) => `${file}: ${ability} is not in menuAbilities.${face}`);
    });
    expect(faults).toEqual([]);
  });

  it('reads process.env in one place', () => {
    const allowed =
      /^(libs\/platform\/src\/(settings|log)\.ts|libs\/platform\/src\/graphql\/endpoint\.ts|libs\/testing\/|apps\/devkit\/|apps\/api\/(create-api|debtor-pages\/debtor-page-frames)\.ts|apps\/cli\/cli-process\.ts|e2e\/)|\.spec\.ts$|-web\/vite|\.mjs$|\.cjs$/;
    const faults = filesIn(['apps', 'libs'], /\.tsx?$/).filter(
      (file) => !allowed.test(file) && /process\.env\b(?!\.(AMIABLE_|JEST))/.test(read(file)),
    );
    expect(
      faults.map((file) => `${file} reads the environment by itself: a setting is checked once, in settingsSchema, and handed in.`),
    ).toEqual([]);
  });

  it('speaks every language in full', () => {
    const { code: exit, output } = runNode('libs/web-kit/check-i18n.mjs', []);
    expect([exit, output.trim()]).toEqual([0, expect.stringContaining('Translations agree')]);
  });

  it('names files truthfully: kebab-case, and no word that could mean anything', () => {
    const faults: string[] = [];
    for (const file of code) {
      const parts = file.split('/');
      const stem = parts.at(-1)!.replace(/\.[^.]+$/, '');
      if (!/^[a-z0-9.-]+$/.test(stem)) faults.push(`${file}: file names are kebab-case.`);
      const hollow = [...parts.slice(1, -1), ...stem.split(/[-.]/)].filter((word) => empty.test(word));
      if (hollow.length > 0 && !(file in truthful)) faults.push(`${file}: "${hollow[0]}" could mean anything; say what the file does.`);
    }
    expect(faults).toEqual([]);
    expect(
      Object.keys(truthful)
        .filter((file) => !code.includes(file))
        .map((file) => `${file} is gone: take it off the list.`),
    ).toEqual([]);
  });

  it('gives a suffix only to what it is', () => {
    const holds: Readonly<Record<string, RegExp>> = {
      entity: /@Entity\(/,
      resolver: /@Resolver\(/,
      controller: /@Controller\(/,
      module: /@Module\(/,
      states: /\bstates<|\bstates\(/,
      abilities: /\bgrant\(/,
      queries: /\b(from|select)\b/i,
    };
    const faults = code.flatMap((file) => {
      const suffix = /\.(?:(?:agency|client|debtor)\.)?(\w+)\.ts$/.exec(file)?.[1];
      return suffix && holds[suffix] && !holds[suffix].test(read(file)) ? [`${file} holds no ${suffix}: rename it.`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('names each write verb-noun, its class and its file alike', () => {
    const faults: string[] = [];
    let writes = 0;
    for (const file of filesIn(['libs'], /\/src\/.*\.ts$/).filter((name) => !name.endsWith('.spec.ts'))) {
      for (const [, name] of read(file).matchAll(/class (\w+)\s+extends UseCase</g)) {
        writes++;
        const words = name!.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
        if (!file.endsWith(`/${words}.ts`))
          faults.push(
            `${file} holds the write ${name}: its file is called ${words}.ts, so that the listing of the folder says what one can do.`,
          );
        if (!verbs.includes(words.split('-')[0]!) || !words.includes('-'))
          faults.push(
            `${name} is not verb-noun: begin with what happens (if "${words.split('-')[0]}" is a verb, add it to the verbs of this spec).`,
          );
      }
    }
    expect(faults).toEqual([]);
    expect(writes).toBeGreaterThan(10);
  });
});
