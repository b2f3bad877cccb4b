import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { Kind, parse, print, stripIgnoredCharacters } from 'graphql';

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
  shareFragments(path.join(documentsFolder(app), 'graphql.ts'));
  // One door: `graphql()` and the types of what it answers.
  fs.writeFileSync(path.join(documentsFolder(app), 'documents.ts'), "export * from './gql';\nexport type * from './graphql';\n");
}

/** Every document comes with all fragments it spreads, written out: three dozen copies of the case page. Each is written once, and named. */
function shareFragments(file) {
  const fragments = new Map();
  const text = fs.readFileSync(file, 'utf8').replace(/new TypedDocumentString\(`([^`]*)`/g, (_, document) => {
    const parts = parse(document).definitions.map((definition) => {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) return stripIgnoredCharacters(print(definition));
      fragments.set(definition.name.value, stripIgnoredCharacters(print(definition)));
      return `\${fragment${definition.name.value}}`;
    });
    return `new TypedDocumentString(\`${parts.join(' ')}\``;
  });
  const shared = [...fragments].map(([name, body]) => `const fragment${name} = \`${body}\`;\n`);
  const [imports, rest] = splitAfter(text, /^import .*\n/);
  fs.writeFileSync(file, imports + shared.join('') + rest);
}

function splitAfter(text, start) {
  const at = start.exec(text)?.[0].length ?? 0;
  return [text.slice(0, at), text.slice(at)];
}
