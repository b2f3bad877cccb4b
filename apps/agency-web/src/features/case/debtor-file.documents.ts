import { graphql } from '@documents';

/* The file of the debtor: who he is, how to reach him, whom to speak to. */
graphql(`
  fragment CaseDebtorFile on Case {
    debtorFile {
      version
      legalForm
      siret
      vatNumber
      register
      ibanMasked
      bornOn
      prefersFrom
      prefersUntil
      addressReturnedOn
      quality
      missing {
        code
        points
      }
      contacts {
        id
        version
        name
        role
        language
        email
        phone
        approvalOrder
        approvalNote
      }
      means {
        kind
        value
        isUsed
        source
        validity
        consent
        consentOn
        recordedAt
      }
      formerAddresses {
        lines
        returnedOn
        replacedAt
      }
    }
  }
`);
export const CorrectDebtorDocument = graphql(`
  mutation CorrectDebtor($input: CorrectDebtorInput!) {
    correctDebtor(input: $input) {
      ...CaseStory
    }
  }
`);
export const KeepContactDocument = graphql(`
  mutation KeepContact($input: KeepContactInput!) {
    keepContact(input: $input) {
      ...CaseStory
    }
  }
`);
export const DismissContactDocument = graphql(`
  mutation DismissContact($input: DismissContactInput!) {
    dismissContact(input: $input) {
      ...CaseStory
    }
  }
`);
export const JudgeMeansDocument = graphql(`
  mutation JudgeMeans($input: JudgeMeansInput!) {
    judgeMeans(input: $input) {
      ...CaseStory
    }
  }
`);
