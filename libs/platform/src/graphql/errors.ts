import { Refusal } from '@amiable/kernel';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { log } from '../log';

/** Codes of GraphQL itself that may leave the house; they speak of the request, never of us. */
const ownCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_TOO_LARGE',
]);

/** A refusal leaves with code, facts and field; a fault of ours leaves as INTERNAL and is logged. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  const { locations, path } = formatted;
  const refusal =
    error instanceof Refusal
      ? error
      : (error as { originalError?: unknown })?.originalError instanceof Refusal
        ? (error as { originalError: Refusal }).originalError
        : undefined;
  if (refusal)
    return { message: refusal.code, locations, path, extensions: { code: refusal.code, facts: refusal.facts, field: refusal.field } };
  // Apollo puts its own code on whatever a validation rule says; ours stands beside it.
  const code = String(formatted.extensions?.refusal ?? formatted.extensions?.code ?? '');
  if (ownCodes.has(code)) return { message: formatted.message, locations, path, extensions: { code } };
  log.error({ err: error, path: path?.join('.') }, 'a request failed');
  return { message: 'INTERNAL', locations, path, extensions: { code: 'INTERNAL' } };
}
