import { graphql } from '@documents';

/* Rows that may be the same debtor, or that are joined with it. */
graphql(`
  fragment CaseTwins on Case {
    twins {
      id
      version
      reference
      name
      siren
      vatNumber
      ibanMasked
      email
      phone
      address
      reasons
      jointId
      cases {
        id
        reference
        open {
          amount
          currency
        }
      }
    }
  }
`);
export const JoinDebtorsDocument = graphql(`
  mutation JoinDebtors($input: JoinDebtorsInput!) {
    joinDebtors(input: $input) {
      ...CaseStory
    }
  }
`);
export const SeparateDebtorsDocument = graphql(`
  mutation SeparateDebtors($input: SeparateDebtorsInput!) {
    separateDebtors(input: $input) {
      ...CaseStory
    }
  }
`);
export const TellTwinsApartDocument = graphql(`
  mutation TellTwinsApart($input: TellTwinsApartInput!) {
    tellTwinsApart(input: $input) {
      ...CaseStory
    }
  }
`);
