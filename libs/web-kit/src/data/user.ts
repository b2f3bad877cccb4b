import { type QueryClient, useQueryClient } from '@tanstack/react-query';

/** Under this key a face keeps who is signed in. */
export const meKey = ['me'] as const;

/** Another user, or nobody: nothing of the one before stays. The answer of `me` is replaced, never removed: the page looks at it. */
export function changeUser(queryClient: QueryClient, me: object | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
  queryClient.setQueryData(meKey, { me });
}

/** Signs in by the face's own mutation, which answers who that is, and makes the change. */
export function useSignIn(ask: (email: string, password: string) => Promise<object>): (email: string, password: string) => Promise<void> {
  const queryClient = useQueryClient();
  return async (email, password) => changeUser(queryClient, await ask(email, password));
}
