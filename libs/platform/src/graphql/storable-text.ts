import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit } from 'graphql';
import { BadInput } from './scalars';

/** PostgreSQL holds no NUL, and UTF-8 no half of a surrogate pair: such text is refused at the door, wherever it stands. */
function requireStorable(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (!value.includes('\0') && value.isWellFormed()) return;
    const refusal = new BadInput('text without NUL and broken characters', value.toWellFormed().replaceAll('\0', '\ufffd'), field);
    throw new GraphQLError(refusal.code, { originalError: refusal, extensions: { http: { status: 400 } } });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) requireStorable(inner, field ? `${field}.${name}` : name);
}

/** Looks at every text of an operation before it runs: in its variables and in the document itself. */
export const storableText: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document }) {
        requireStorable(request.variables, '');
        visit(document, { StringValue: (node) => requireStorable(node.value, '') });
      },
    };
  },
};
