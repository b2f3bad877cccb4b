import { useRead } from '@amiable/web-kit';
import { graphql } from '@documents';

graphql(`
  fragment MeFields on ClientMe {
    companyName
    agencyName
    abilities
    user { id name email role language }
  }
`);
const MeDocument = graphql(`
  query Me { me { ...MeFields } }
`);
export const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) { signIn(input: $input) { ...MeFields } }
`);
export const SignOutDocument = graphql(`
  mutation SignOut { signOut }
`);

export const meKey = ['me'] as const;
export const useMe = () => useRead(meKey, MeDocument, {});

export type PortalAbility = 'answer:Dispute' | 'read:Remittance' | 'read:Fee';
/** Whether a menu, column or button is drawn. The server decides anyway. */
export function useMay(): (ability: PortalAbility) => boolean {
  const abilities = useMe().data?.me?.abilities;
  return (ability) => abilities?.includes(ability) ?? false;
}
