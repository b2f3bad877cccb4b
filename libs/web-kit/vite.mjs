import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { documentsFolder, documentsInPlace, generateDocuments } from './documents.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The build of a web app, the same for each: typed documents first, then a bundle a strict CSP accepts (no inline script or style). */
export async function webApp({ app, base, schema, api = process.env.AMIABLE_API ?? 'http://localhost:3000' }) {
  await generateDocuments({ app, schema });
  return {
    root: path.join(root, 'apps', app),
    base,
    plugins: [documentsInPlace(app), react()],
    resolve: {
      alias: [
        { find: /^@amiable\/web-kit$/, replacement: path.join(root, 'libs/web-kit/src/index.ts') },
        { find: /^@documents$/, replacement: path.join(documentsFolder(app), 'documents.ts') },
      ],
    },
    build: {
      outDir: path.join(root, 'dist', app),
      emptyOutDir: true,
      target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      sourcemap: false,
      rolldownOptions: {
        // Components do nothing when they are loaded: a page that shows no brand editor does not wait for one.
        treeshake: { moduleSideEffects: [{ test: /[\\/](web-kit[\\/]src|gql)[\\/].+[\\/].*\.tsx?$/, sideEffects: false }] },
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: 'words-fr', test: /i18n[\\/]fr\.json$/ }, // a language is one file, common words and own
              { name: 'words-en', test: /i18n[\\/]en\.json$/ },
              // What the desk's pages share of their app: each file of its own would bring a kilobyte of headers.
              {
                name: 'desk',
                test: /agency-web[\\/]src[\\/](?!mandate|fee-|plan-envelope|client-|use-client|step-form|late-payment)[\w.-]+\.tsx?$/,
                minShareCount: 2,
              },
              { name: 'kit', test: /[\\/](web-kit[\\/]src|node_modules)[\\/]/, minShareCount: 3 }, // one file, not one each
            ],
          },
        },
      },
    },
    server: {
      fs: { allow: [fs.realpathSync(root)] },
      proxy: { '/graphql': { target: api }, '/files': { target: api } },
    },
  };
}
