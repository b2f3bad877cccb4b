const { existsSync } = require('node:fs');

/** Packages that are ES modules only: Jest loads CommonJS, so swc translates them (a cached second). */
const esModulePackages = [
  '@nestjs',
  '@apollo',
  '@as-integrations',
  '@sparticuz',
  '@puppeteer',
  'chromium-bidi',
  'nodemailer',
  'postal-mime',
  'puppeteer',
  'puppeteer-core',
  'serialize-error',
  'non-error',
  'smtp-server',
  'webdriver-bidi-protocol',
];

const translate = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2024',
      parser,
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      keepClassNames: true,
    },
  },
];

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.tsx$': translate({ syntax: 'typescript', decorators: true, tsx: true }),
    '\\.ts$': translate({ syntax: 'typescript', decorators: true }),
    '\\.m?js$': translate({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages.join('|')})/)`],
  moduleNameMapper: {
    '^@amiable/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '\\.(css|woff2|svg|png)$': '<rootDir>/apps/devkit/jest-empty-module.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/apps/devkit/jest-global-setup.cjs',
  globalTeardown: '<rootDir>/apps/devkit/jest-global-teardown.cjs',
};

const project = (displayName, folders) => {
  const roots = folders.filter((folder) => existsSync(`${__dirname}/${folder}`)).map((folder) => `<rootDir>/${folder}`);
  return roots.length === 0 ? [] : [{ ...shared, displayName, roots, testMatch: ['**/*.spec.ts', '**/*.spec.tsx'] }];
};

module.exports = {
  projects: [
    ...project('unit', ['libs', 'apps', 'migrations']),
    ...project('e2e', ['e2e/api', 'e2e/architecture', 'e2e/scenarios', 'e2e/faults']),
    ...project('browser', ['e2e/browser']),
    // A fair sample. AMIABLE_GATES=1 npm test -- e2e/gates: every state of every page in every look, and 1,000 interleavings.
    ...project('gates', ['e2e/gates']),
  ],
  testTimeout: 120_000,
  maxWorkers: 2,
  // Each file of tests loads Nest, GraphQL and TypeORM anew; a worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
};
