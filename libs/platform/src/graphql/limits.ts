import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';

/** Limits of one operation (trust.md 3.9). Tokens are limited by the parser itself. */
export const operationLimits = { tokens: 2_000, depth: 9, aliases: 15, rootMutations: 5, selections: 600 } as const;

function tooMuch(what: string, limit: number): GraphQLError {
  return new GraphQLError(`The operation has too many ${what}, at most ${limit} are allowed.`, {
    extensions: { refusal: 'OPERATION_TOO_LARGE', what, limit },
  });
}

/** Depth, aliases, selections (fragments counted where they are spread) and root fields of mutations. */
export const limitOperation: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const count = { aliases: 0, selections: 0, depth: 0, roots: 0 };
    const walk = (set: SelectionSetNode | undefined, depth: number, spread: readonly string[]): void => {
      if (!set || count.selections > operationLimits.selections) return;
      count.depth = Math.max(count.depth, depth);
      for (const selection of set.selections) {
        count.selections++;
        if (selection.kind === Kind.FIELD) {
          if (selection.alias) count.aliases++;
          if (depth === 1) count.roots++;
          walk(selection.selectionSet, depth + 1, spread);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          walk(selection.selectionSet, depth, spread);
        } else if (!spread.includes(selection.name.value)) {
          walk(context.getFragment(selection.name.value)?.selectionSet, depth, [...spread, selection.name.value]);
        }
      }
    };
    walk(operation.selectionSet, 1, []);
    // Introspection is deep by nature; it is switched off in production.
    const introspects = operation.selectionSet.selections.every((s) => s.kind === Kind.FIELD && s.name.value.startsWith('__'));
    if (!introspects && count.depth > operationLimits.depth) context.reportError(tooMuch('levels', operationLimits.depth));
    if (count.aliases > operationLimits.aliases) context.reportError(tooMuch('aliases', operationLimits.aliases));
    if (count.selections > operationLimits.selections) context.reportError(tooMuch('fields', operationLimits.selections));
    if (operation.operation === 'mutation' && count.roots > operationLimits.rootMutations) {
      context.reportError(tooMuch('root fields', operationLimits.rootMutations));
    }
  },
});
