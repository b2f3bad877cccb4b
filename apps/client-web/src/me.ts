import { meKey, request, useRead } from '@amiable/web-kit';
import { graphql } from '@documents';

graphql(`
  fragment MeFields on ClientMe {
    companyName
    agencyName
    abilities
    viewedUntil
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
const SignInDocument = graphql(`
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

export const EndViewDocument = graphql(`
  mutation EndView {
    endView
  }
`);

export const signIn = async (email: string, password: string) => (await request(SignInDocument, { input: { email, password } })).signIn;
export const useMe = () => useRead(meKey, MeDocument, {});

export type PortalAbility =
  | 'limit:Case'
  | 'attach:Case'
  | 'answer:Dispute'
  | 'decide:Plan'
  | 'read:Remittance'
  | 'read:Fee'
  | 'edit:Brand'
  | 'edit:BankDetails'
  | 'read:StaffView';
/** Whether a menu, column or button is drawn. The server decides anyway. */
export function useMay(): (ability: PortalAbility) => boolean {
  const abilities = useMe().data?.me?.abilities;
  return (ability) => abilities?.includes(ability) ?? false;
}
