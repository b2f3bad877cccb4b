import { meKey, request, useRead } from '@amiable/web-kit';
import { graphql } from '@documents';

graphql(`
  fragment MeFields on Me {
    agencyName
    abilities
    viewedBy {
      by
      until
    }
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

/** Whether a page is offered: abilities such as `work:Queue`, as libs/identity names them. The server decides anyway. */
export function useMay(): (ability: string) => boolean {
  const abilities = useMe().data?.me?.abilities;
  return (ability) => abilities?.includes(ability) ?? false;
}
