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
  // One door: `graphql()` and the types of what it answers.
  fs.writeFileSync(path.join(documentsFolder(app), 'documents.ts'), "export * from './gql';\nexport type * from './graphql';\n");
}

/**
 * Puts the text of each `graphql(...)` where it stands, with the fragments it spreads, each written once to a file. Else every page's
 * questions would be one file that the first page waits for: the generated `graphql()` looks them all up in one table.
 */
export function documentsInPlace(app) {
  const generated = fs.readFileSync(path.join(documentsFolder(app), 'graphql.ts'), 'utf8');
  const fragments = new Map();
  for (const [, text] of generated.matchAll(/new TypedDocumentString\(`([^`]*)`/g))
    for (const definition of parse(text).definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, small(definition));
  const sources = path.join(root, 'apps', app, 'src') + path.sep;
  return {
    name: 'documents-in-place',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(sources) || !code.includes('graphql(`')) return undefined;
      const used = new Set();
      const spreads = (text) => {
        const names = new Set();
        for (const [, name] of text.matchAll(/\.\.\.(\w+)/g)) for (const each of [name, ...spreads(fragments.get(name))]) names.add(each);
        for (const name of names) used.add(name);
        return [...names];
      };
      const placed = code.replaceAll(/\bgraphql\(`([^`]*)`\)/g, (_, text) => {
        const [{ kind }] = parse(text).definitions;
        if (kind === Kind.FRAGMENT_DEFINITION) return "''"; // written out where it is spread
        const operation = small(parse(text));
        return `\`${[operation, ...spreads(operation).map((name) => `\${fragment${name}}`)].join(' ')}\``;
      });
      const written = [...used].map((name) => `const fragment${name} = \`${fragments.get(name)}\`;`);
      return { code: `${written.join('')}${placed}`, map: null };
    },
  };
}

const small = (document) => stripIgnoredCharacters(print(document));
