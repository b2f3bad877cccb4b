import { graphql } from '@documents';

graphql(`
  fragment ClientPageFields on ClientPage {
    id
    name
    legalName
    siren
    vatNumber
    addressLine
    postcode
    city
    email
    phone
    settlementHolder
    settlementIban
    since
    openCases
    hasImport
    open {
      amount
      currency
    }
    brands {
      id
      name
      colour
      onColour
      address
      suspendedAt
      suspendedReason
      suspendedBy
    }
    mandate {
      reference
      version
      hat
      signedOn
      settlement
      remittance
      vatPercent
      partPayment
      longestPlanMonths
      channels
      smallestPayment {
        amount
        currency
      }
      feeTiers {
        upToMonths
        percent
      }
      plan {
        smallestInstalment {
          amount
          currency
        }
        smallestFirst {
          amount
          currency
        }
        firstWithinDays
        frequencies
        skips
        moves
        longestMoveDays
        rounding
        graceDays
        approver
        answerDays
      }
      late {
        interest
        indemnity
        penaltyPercent
      }
      limits {
        promiseDays
        paymentRunDays
        disputeAnswerDays
        promiseGraceDays
        promiseTolerancePercent
      }
    }
    mandates {
      reference
      version
      signedOn
      openCases
    }
    scenario {
      name
      steps {
        name
        channel
        daysFromDue
      }
    }
    users {
      id
      name
      email
      role
      access
    }
  }
`);
export const ClientPageDocument = graphql(`
  query ClientPage($clientId: ID!) {
    client(clientId: $clientId) {
      ...ClientPageFields
    }
  }
`);
export const OpenClientDocument = graphql(`
  mutation OpenClient($input: OpenClientInput!) {
    openClient(input: $input) {
      ...ClientPageFields
    }
  }
`);
export const OpenBrandDocument = graphql(`
  mutation OpenBrand($input: OpenBrandInput!) {
    openBrand(input: $input) {
      ...ClientPageFields
    }
  }
`);
export const SignMandateDocument = graphql(`
  mutation SignMandate($input: SignMandateInput!) {
    signMandate(input: $input) {
      ...ClientPageFields
    }
  }
`);
export const SuspendBrandDocument = graphql(`
  mutation SuspendBrand($input: SuspendBrandInput!) {
    suspendBrand(input: $input) {
      ...ClientPageFields
    }
  }
`);
export const ReopenBrandDocument = graphql(`
  mutation ReopenBrand($input: ReopenBrandInput!) {
    reopenBrand(input: $input) {
      ...ClientPageFields
    }
  }
`);
export const ActivateScenarioDocument = graphql(`
  mutation ActivateScenario($input: ActivateScenarioInput!) {
    activateScenario(input: $input) {
      ...ClientPageFields
    }
  }
`);
export const InviteClientUserDocument = graphql(`
  mutation InviteClientUser($input: InviteClientUserInput!) {
    inviteClientUser(input: $input) {
      ...ClientPageFields
    }
  }
`);
