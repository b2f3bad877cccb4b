import { graphql } from '@documents';

/* What is owed on a case and what was paid, and how this payer behaves. */
graphql(`
  fragment Sum on Money {
    amount
    currency
  }
`);
graphql(`
  fragment CaseMoney on Case {
    balance {
      claimed {
        ...Sum
      }
      paid {
        ...Sum
      }
      open {
        ...Sum
      }
      disputed {
        ...Sum
      }
      promised {
        ...Sum
      }
      inPayment {
        ...Sum
      }
    }
    invoices {
      id
      number
      issuedOn
      dueOn
      state
      daysLate
      description
      amount {
        ...Sum
      }
      paid {
        ...Sum
      }
      open {
        ...Sum
      }
      disputed {
        ...Sum
      }
    }
    latePayment {
      asOf
      nothing
      provisional
      interest {
        ...Sum
      }
      indemnity {
        ...Sum
      }
      penalty {
        ...Sum
      }
      total {
        ...Sum
      }
      lines {
        invoiceNumber
        interest {
          ...Sum
        }
        segments {
          from
          until
          days
          ratePercent
          base {
            ...Sum
          }
        }
      }
    }
    refunds {
      excess {
        ...Sum
      }
      twoPersonsFrom {
        ...Sum
      }
      refunds {
        id
        state
        method
        reason
        askedByName
        askedAt
        decidedByName
        decision
        failure
        mayDecide
        mayRecord
        amount {
          ...Sum
        }
      }
    }
    payer {
      score
      grade
      settled
      onTime
      daysLate
      reasons {
        code
        points
        facts
      }
      external {
        source
        value
        scale
        scoredOn
      }
      limit {
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
    }
  }
`);
export const RecordCreditLimitDocument = graphql(`
  mutation RecordCreditLimit($input: RecordCreditLimitInput!) {
    recordCreditLimit(input: $input) {
      ...CaseStory
    }
  }
`);
export const RecordTransferDocument = graphql(`
  mutation RecordTransfer($input: RecordTransferInput!) {
    recordTransfer(input: $input) {
      ...CaseStory
    }
  }
`);
export const RecordExternalScoreDocument = graphql(`
  mutation RecordExternalScore($input: RecordExternalScoreInput!) {
    recordExternalScore(input: $input) {
      ...CaseStory
    }
  }
`);
export const AskRefundDocument = graphql(`
  mutation AskRefund($input: AskRefundInput!) {
    askRefund(input: $input) {
      ...CaseStory
    }
  }
`);
export const DecideRefundDocument = graphql(`
  mutation DecideRefund($input: DecideRefundInput!) {
    decideRefund(input: $input) {
      ...CaseStory
    }
  }
`);
export const RecordRefundDocument = graphql(`
  mutation RecordRefund($input: RecordRefundInput!) {
    recordRefund(input: $input) {
      ...CaseStory
    }
  }
`);
