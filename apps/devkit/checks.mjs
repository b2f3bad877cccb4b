import fs from 'node:fs';
import { compiled, inRoot } from './paths.mjs';

const tool = (file) => inRoot('node_modules', file);
const present = (places) => places.filter((place) => fs.existsSync(inRoot(place)));

/**
 * The static checks: name, the Node script and its arguments, and what to do when it fails.
 * Types are checked by TypeScript 7, which is several times quicker than the one Nest's tools still need.
 */
export function allChecks() {
  const projects = present(['tsconfig.json', ...webProjects()]);
  return [
    { name: 'format', script: tool('oxfmt/bin/oxfmt'), args: ['--check', '.'], cure: 'npm run format' },
    { name: 'lint', script: tool('oxlint/bin/oxlint'), args: ['--type-aware', '--deny-warnings', '.'] },
    ...projects.map((project) => ({
      name: `types ${project.replace(/\/?tsconfig\.json$/, '') || 'server'}`,
      script: tool('typescript7/bin/tsc'),
      args: ['--noEmit', '--pretty', 'false', '--project', project],
    })),
    {
      name: 'import rules',
      script: tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...present(['apps', 'libs', 'migrations', 'e2e'])],
    },
    {
      name: 'GraphQL schemas',
      script: compiled('apps/cli/main.js'),
      args: ['schema', '--check'],
      cure: 'npm run cli -- schema    (then commit apps/api/graphql)',
    },
    { name: 'translations', script: compiled('apps/cli/main.js'), args: ['i18n', '--check'] },
  ];
}

function webProjects() {
  const apps = fs.readdirSync(inRoot('apps')).filter((name) => name.endsWith('-web'));
  return [...apps.sort().map((name) => `apps/${name}/tsconfig.json`), 'libs/web-kit/tsconfig.json'];
}
