import { useRead } from '@amiable/web-kit';
import { graphql, type MeFieldsFragment } from '@documents';
import type { QueryClient } from '@tanstack/react-query';

graphql(`
  fragment MeFields on ClientMe {
    companyName
    agencyName
    abilities
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

export const meKey = ['me'] as const;
/** Another user, or nobody: nothing of the one before stays. The answer of `me` is replaced, never removed: the page looks at it. */
export function changeUser(queryClient: QueryClient, me: MeFieldsFragment | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
  queryClient.setQueryData(meKey, { me });
}

export const useMe = () => useRead(meKey, MeDocument, {});

export type PortalAbility =
  | 'attach:Case'
  | 'answer:Dispute'
  | 'decide:Plan'
  | 'read:Remittance'
  | 'read:Fee'
  | 'edit:Brand'
  | 'edit:BankDetails';
/** Whether a menu, column or button is drawn. The server decides anyway. */
export function useMay(): (ability: PortalAbility) => boolean {
  const abilities = useMe().data?.me?.abilities;
  return (ability) => abilities?.includes(ability) ?? false;
}
