import { graphql } from '@documents';

graphql(`
  fragment ApprovalFields on Approval {
    id
    kind
    state
    caseId
    reference
    debtorName
    clientName
    reason
    askedByName
    askedAt
    answerBy
    isLate
    method
    decidedByName
    decidedAt
    decision
    brand {
      id
      name
      colour
      onColour
    }
    amount {
      amount
      currency
    }
    plan {
      instalments
      frequency
      firstDueOn
      lastDueOn
      clauses
      approver
      smallest {
        amount
        currency
      }
    }
  }
  fragment Approvals on ApprovalDesk {
    waiting {
      ...ApprovalFields
    }
    mine {
      ...ApprovalFields
    }
    refundLimit {
      amount
      currency
    }
  }
`);
export const ApprovalsDocument = graphql(`
  query Approvals {
    approvals {
      ...Approvals
    }
  }
`);
export const AnswerPlanDocument = graphql(`
  mutation AnswerPlan($input: DecidePlanInput!) {
    decidePlan(input: $input) {
      id
    }
  }
`);
export const AnswerRefundDocument = graphql(`
  mutation AnswerRefund($input: DecideRefundInput!) {
    decideRefund(input: $input) {
      id
    }
  }
`);
export const ReviseRefundLimitDocument = graphql(`
  mutation ReviseRefundLimit($input: ReviseRefundLimitInput!) {
    reviseRefundLimit(input: $input) {
      ...Approvals
    }
  }
`);
