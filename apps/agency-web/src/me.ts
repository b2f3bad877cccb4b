import { useRead } from '@amiable/web-kit';
import { graphql, type MeFieldsFragment } from '@documents';
import type { QueryClient } from '@tanstack/react-query';

graphql(`
  fragment MeFields on Me {
    agencyName
    abilities
    shortcuts {
      letterKeys
      keys {
        key
        chosen
      }
    }
    user {
      id
      name
      email
      role
      language
    }
  }
`);
const MeDocument = graphql(`
  query Me {
    me {
      ...MeFields
    }
  }
`);
export const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ...MeFields
    }
  }
`);
export const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Nothing read by one user stays for the next; only who is signed in is kept, since the page stands on it. */
export function changeUser(queryClient: QueryClient, me: MeFieldsFragment | null): void {
  queryClient.setQueryData(meKey, { me });
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
}

export const meKey = ['me'] as const;
export const useMe = () => useRead(meKey, MeDocument, {});

/** Whether a page is offered: abilities such as `work:Queue`, as libs/identity names them. The server decides anyway. */
export function useMay(): (ability: string) => boolean {
  const abilities = useMe().data?.me?.abilities;
  return (ability) => abilities?.includes(ability) ?? false;
}
