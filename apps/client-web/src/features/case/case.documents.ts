import { graphql } from '@documents';

graphql(`
  fragment CaseStory on ClientCase {
    id
    reference
    debtorName
    debtorReference
    city
    state
    stage
    closeReason
    openedOn
    closedOn
    holdReason
    holdUntil
    nextStep
    nextStepOn
    claimed {
      amount
      currency
    }
    open {
      amount
      currency
    }
    recovered {
      amount
      currency
    }
    disputed {
      amount
      currency
    }
    latePayment {
      asOf
      provisional
      interest {
        amount
        currency
      }
      indemnity {
        amount
        currency
      }
      penalty {
        amount
        currency
      }
      total {
        amount
        currency
      }
    }
    promised {
      amount
      currency
    }
    invoices {
      id
      number
      issuedOn
      dueOn
      state
      daysLate
      amount {
        amount
        currency
      }
      paid {
        amount
        currency
      }
      open {
        amount
        currency
      }
      disputed {
        amount
        currency
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
      answererName
      rightAmount {
        amount
        currency
      }
      files {
        id
        filename
      }
      amount {
        amount
        currency
      }
    }
    planRequest {
      id
      frequency
      reason
      answerBy
      waitsOnUs
      total {
        amount
        currency
      }
      parts {
        number
        dueOn
        amount {
          amount
          currency
        }
      }
    }
    instalments {
      number
      dueOn
      paid
      amount {
        amount
        currency
      }
    }
    creditLimit {
      source
      until
      isOver
      usedPercent
      amount {
        amount
        currency
      }
      exposure {
        amount
        currency
      }
    }
    timeline {
      id
      at
      kind
      actorKind
      actorName
      facts
      documentId
      documentType
    }
  }
`);
export const CaseDocument = graphql(`
  query Case($caseId: ID!) {
    case(caseId: $caseId) {
      ...CaseStory
    }
  }
`);
export const AnswerDisputeDocument = graphql(`
  mutation AnswerDispute($input: AnswerDisputeInput!) {
    answerDispute(input: $input) {
      ...CaseStory
    }
  }
`);
export const DecidePlanDocument = graphql(`
  mutation DecidePlan($input: ClientDecidePlanInput!) {
    decidePlan(input: $input) {
      ...CaseStory
    }
  }
`);
export const RecordCreditLimitDocument = graphql(`
  mutation RecordCreditLimit($input: ClientCreditLimitInput!) {
    recordCreditLimit(input: $input) {
      ...CaseStory
    }
  }
`);
