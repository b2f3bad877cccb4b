import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, runNode } from './sources';

const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const libs = [
  'kernel',
  'platform',
  'identity',
  'clients',
  'cases',
  'outreach',
  'resolution',
  'strategies',
  'payments',
  'billing',
  'insights',
  'faces',
];

/** One forbidden import per rule, planted in a small copy of the house. A rule without a plant is not known to catch anything. */
const plants: Readonly<Record<string, readonly [file: string, text: string]>> = {
  ...Object.fromEntries(
    libs
      .slice(0, -1)
      .map((lib, i) => [`${lib}-looks-up-only`, [`libs/${lib}/src/planted.ts`, `import '@amiable/${libs[i + 1]}';`] as const]),
  ),
  'front-door-only': ['libs/faces/src/planted.ts', `import '../../cases/src/inner';`],
  'apps-are-leaves': ['libs/faces/src/leaf.ts', `import '../../../apps/api/main';`],
  'apps-do-not-import-apps': ['apps/worker/planted.ts', `import '../api/main';`],
  'browser-knows-no-server': ['apps/client-web/src/planted.ts', `import '@amiable/kernel';`],
  'server-takes-only-page-types-from-the-browser': ['libs/cases/src/web.ts', `import '../../web-kit/src/ui/button';`],
  'pure-files-stay-pure': ['libs/cases/src/planted.rules.ts', `import { Injectable } from '@nestjs/common'; export const x = Injectable;`],
  'typeorm-stays-in-its-place': ['libs/cases/src/orm.ts', `import { DataSource } from 'typeorm'; export const x = DataSource;`],
  'no-cycles': ['libs/cases/src/circle.ts', `import { y } from './round'; export const x = y;`],
  'testing-for-specs-only': ['libs/cases/src/tested.ts', `import '../../testing/src/index';`],
};

const bystanders: Readonly<Record<string, string>> = {
  ...Object.fromEntries(libs.map((lib) => [`libs/${lib}/src/index.ts`, 'export const x = 1;'])),
  'libs/cases/src/inner.ts': 'export const inner = 1;',
  'libs/cases/src/round.ts': `import { x } from './circle'; export const y = x;`,
  'libs/testing/src/index.ts': 'export const t = 1;',
  'libs/web-kit/src/ui/button.ts': 'export const b = 1;',
  'apps/api/main.ts': 'export const main = 1;',
  'apps/api/fine.ts': `import '@amiable/faces';`,
  'node_modules/typeorm/package.json': '{"name":"typeorm","main":"index.js"}',
  'node_modules/typeorm/index.js': 'exports.DataSource = 1;',
  'node_modules/@nestjs/common/package.json': '{"name":"@nestjs/common","main":"index.js"}',
  'node_modules/@nestjs/common/index.js': 'exports.Injectable = 1;',
  'package.json': '{"name":"copy","dependencies":{"typeorm":"*","@nestjs/common":"*"}}',
};

interface Cruise {
  readonly summary: {
    readonly violations: ReadonlyArray<{ from: string; rule: { name: string; severity: string } }>;
    readonly error: number;
    readonly totalCruised: number;
  };
}
const cruise = (folders: readonly string[], cwd: string): Cruise =>
  JSON.parse(runNode(tool, ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders], cwd).output) as Cruise;

/** Who may know whom: .dependency-cruiser.cjs says it, and is heard. */
describe('the rules of imports', () => {
  const rules = (
    require(join(root, '.dependency-cruiser.cjs')) as { forbidden: Array<{ name: string; comment?: string; severity: string }> }
  ).forbidden;

  it('hold in the whole house', () => {
    const { summary } = cruise(['apps', 'libs', 'migrations', 'e2e'], root);
    expect(
      summary.violations
        .filter(({ rule }) => rule.severity === 'error')
        .map(({ from, rule }) => `${from} breaks "${rule.name}": npm run check -- import says which import, and what to do instead.`),
    ).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(400);
  }, 120_000);

  it('say why, and are errors', () => {
    expect(
      rules
        .filter(({ comment, severity }) => severity !== 'error' || (comment ?? '').length < 30)
        .map(({ name }) => `${name} must be an error with a comment that says why.`),
    ).toEqual([]);
  });

  it('each catch a planted import', () => {
    const untried = rules.filter(({ name }) => !(name in plants) && name !== `${libs.at(-1)}-looks-up-only`);
    expect(
      untried.map(
        ({ name }) =>
          `Nobody knows whether "${name}" catches anything: plant a forbidden import for it in e2e/architecture/import-rules.spec.ts.`,
      ),
    ).toEqual([]);
    const copy = mkdtempSync(join(tmpdir(), 'amiable-imports-'));
    try {
      for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(join(root, file), join(copy, file));
      for (const [file, text] of [...Object.entries(bystanders), ...Object.values(plants)]) {
        mkdirSync(dirname(join(copy, file)), { recursive: true });
        writeFileSync(join(copy, file), text);
      }
      const caught = cruise(['apps', 'libs'], copy).summary.violations;
      const missed = Object.entries(plants).filter(
        ([name, [file]]) => !caught.some(({ from, rule }) => rule.name === name && from === file),
      );
      expect(missed.map(([name, [file]]) => `"${name}" did not catch the import planted in ${file}`)).toEqual([]);
      expect(caught.filter(({ from }) => from === 'apps/api/fine.ts')).toEqual([]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }, 120_000);
});
