import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { OneSignInPerRequest } from './sign-in.errors';

/** Throws OneSignInPerRequest when the operation holds the field of `info` more than once, by alias or fragment; then none of them runs. */
export function requireSingleField(info: GraphQLResolveInfo): void {
  const count = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + (selection.name.value === info.fieldName ? 1 : 0);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
      const fragment = info.fragments[selection.name.value];
      return sum + (fragment ? count(fragment.selectionSet) : 0);
    }, 0);
  if (count(info.operation.selectionSet) > 1) throw new OneSignInPerRequest();
}
