/** Who may know whom (docs: README, architecture). A lib imports only from the libs above it in this list. */
const order = [
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

const upward = order.map((lib, i) => ({
  name: `${lib}-looks-up-only`,
  comment: `libs/${lib} may import only the libs above it (${order.slice(0, i).join(', ') || 'none'}). When a lower lib must react to a higher one: an event through the outbox.`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/(${order.slice(i + 1).join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'front-door-only',
      comment: "A lib is entered by its index.ts only: import from '@amiable/<lib>'.",
      severity: 'error',
      from: { path: '^(libs/([^/]+)|apps|e2e|migrations)/', pathNot: '^libs/testing/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: ['^libs/$2/', '^libs/web-kit/src/debtor-pages\\.ts$', '^libs/web-kit/'] },
    },
    {
      name: 'apps-are-leaves',
      comment: 'Nothing imports from an app; what two apps need belongs into a lib.',
      severity: 'error',
      from: { path: '^(libs|migrations)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-do-not-import-apps',
      comment: 'Apps are leaves: what two apps need belongs into a lib.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'browser-knows-no-server',
      comment: 'The web apps and web-kit run in a browser: they talk to the server by GraphQL, never by import.',
      severity: 'error',
      from: { path: '^(apps/[^/]+-web|libs/web-kit)/', pathNot: '\\.(spec|fixture)\\.tsx?$|\\.mjs$' },
      to: { path: '^(libs/(?!web-kit/)|apps/(api|worker|cli)/)' },
    },
    {
      name: 'server-takes-only-page-types-from-the-browser',
      comment: 'Of web-kit the server may know one thing: the types of what the debtor pages are handed.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^(apps/[^/]+-web|libs/web-kit)/' },
      to: { path: '^libs/web-kit/', pathNot: '^libs/web-kit/src/debtor-pages\\.ts$' },
    },
    {
      name: 'pure-files-stay-pure',
      comment: 'Rules, states and the kernel are pure: no Nest, no TypeORM, no entity, no I/O.',
      severity: 'error',
      from: { path: '(\\.(states|rules)\\.ts$|^libs/kernel/)', pathNot: '\\.spec\\.ts$' },
      to: { path: '(@nestjs/|node_modules/(typeorm|pg)/|\\.entity\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'typeorm-stays-in-its-place',
      comment: 'Only platform, testing, entities and migrations know TypeORM; everything else goes through TenantDb and ReadDb.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^libs/(platform|testing)/|\\.entity\\.ts$|\\.spec\\.ts$' },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'testing-for-specs-only',
      comment: 'libs/testing is imported by specs only.',
      severity: 'error',
      from: { pathNot: '(\\.(spec|fixture|test-app)\\.ts$|^libs/testing/|^e2e/)' },
      to: { path: '^libs/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
