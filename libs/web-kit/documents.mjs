import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the typed documents of a web app are written: beside the builds, so that no generated line is committed. */
export const documentsFolder = (app) => path.join(root, 'dist/gql', app);

/**
 * Checks every `graphql(...)` of a web app against the committed schema of its audience and writes the types.
 * A document that the schema does not answer fails here, with its file and line.
 */
export async function generateDocuments({ app, schema }) {
  await generate(
    {
      schema: path.join(root, 'apps/api/graphql', schema),
      documents: [path.join(root, 'apps', app, 'src/**/*.{ts,tsx}')],
      silent: true,
      generates: {
        [`${documentsFolder(app)}/`]: {
          preset: 'client',
          presetConfig: { fragmentMasking: false },
          config: {
            documentMode: 'string',
            useTypeImports: true,
            enumsAsTypes: true,
            avoidOptionals: { field: true },
            scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', Facts: 'Record<string, unknown>', ID: 'string' },
          },
        },
      },
    },
    true,
  );
  // One door: `graphql()` and the types of what it answers.
  fs.writeFileSync(path.join(documentsFolder(app), 'documents.ts'), "export * from './gql';\nexport type * from './graphql';\n");
}
