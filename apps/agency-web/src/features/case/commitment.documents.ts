import { graphql } from '@documents';

/* What a debtor has committed to or contests: promises, plans, disputes, and the acts on them. */
graphql(`
  fragment PlanVersionFields on PlanVersion {
    id
    version
    state
    frequency
    byDebtor
    agreedOn
    acceptedAt
    acceptedTextId
    onFile
    payBy
    clauses
    reason
    approver
    answerBy
    answer
    answeredBy
    expiresOn
    mayDecide
    total {
      ...Sum
    }
    means {
      kind
      last4
      expiresOn
    }
    instalments {
      number
      dueOn
      collectOn
      state
      amount {
        ...Sum
      }
      covered {
        ...Sum
      }
    }
  }
`);
graphql(`
  fragment CaseCommitments on Case {
    promises {
      id
      dueOn
      madeOn
      state
      invoiceNumbers
      amount {
        ...Sum
      }
      paid {
        ...Sum
      }
    }
    plan {
      id
      state
      agreedOn
      total {
        ...Sum
      }
      instalments {
        number
        dueOn
        paid
        amount {
          ...Sum
        }
      }
    }
    plans {
      partPayment
      smallestPayment {
        ...Sum
      }
      owed {
        ...Sum
      }
      running {
        ...PlanVersionFields
      }
      waiting {
        ...PlanVersionFields
      }
      envelope {
        longestMonths
        firstWithinDays
        frequencies
        rounding
        approver
        answerDays
        smallestInstalment {
          ...Sum
        }
        smallestFirst {
          ...Sum
        }
      }
    }
    disputes {
      id
      invoiceNumber
      reason
      note
      state
      openedOn
      dueOn
      answer
      amount {
        ...Sum
      }
    }
  }
`);
export const RecordPromiseDocument = graphql(`
  mutation RecordPromise($input: RecordPromiseInput!) {
    recordPromise(input: $input) {
      ...CaseStory
    }
  }
`);
export const UndoPromiseDocument = graphql(`
  mutation UndoPromise($input: UndoPromiseInput!) {
    undoPromise(input: $input) {
      ...CaseStory
    }
  }
`);
export const AgreePlanDocument = graphql(`
  mutation AgreePlan($input: AgreePlanInput!) {
    agreePlan(input: $input) {
      ...CaseStory
    }
  }
`);
export const ProposePlanDocument = graphql(`
  mutation ProposePlan($input: ProposePlanInput!) {
    proposePlan(input: $input) {
      ...CaseStory
    }
  }
`);
export const DecidePlanDocument = graphql(`
  mutation DecidePlan($input: DecidePlanInput!) {
    decidePlan(input: $input) {
      ...CaseStory
    }
  }
`);
export const OpenDisputeDocument = graphql(`
  mutation OpenDispute($input: OpenDisputeInput!) {
    openDispute(input: $input) {
      ...CaseStory
    }
  }
`);
export const CloseDisputeDocument = graphql(`
  mutation CloseDispute($input: CloseDisputeInput!) {
    closeDispute(input: $input) {
      ...CaseStory
    }
  }
`);
