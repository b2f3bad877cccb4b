import { graphql } from '@documents';

graphql(`
  fragment CaseRow on CaseSummary {
    id
    reference
    state
    stage
    hat
    debtorName
    debtorKind
    city
    daysLate
    oldestDueOn
    nextStep
    nextStepOn
    ownerName
    lent {
      name
      until
    }
    tags
    lastContactAt
    dataQuality
    limit {
      amount {
        amount
        currency
      }
      exposure {
        amount
        currency
      }
      standing
      isOwn
    }
    client {
      id
      name
    }
    brand {
      id
      name
      colour
      onColour
    }
    open {
      amount
      currency
    }
    reasons {
      code
      facts
    }
  }
`);
export const CasesDocument = graphql(`
  query Cases($filter: CaseFilter, $order: CaseOrder, $page: PageInput!) {
    cases(filter: $filter, order: $order, page: $page) {
      nodes {
        ...CaseRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`);

export const MyDayDocument = graphql(`
  query MyDay($queue: CaseFilter) {
    myDay(queue: $queue) {
      day
      toDo
      doneToday
      promisesDueToday
      brokenPromises
      disputesWaiting
      disputesAnswered
      newReplies
      toConfirm
      callBacks {
        caseId
        reference
        debtorName
        at
        brand {
          id
          name
          colour
          onColour
        }
        open {
          amount
          currency
        }
      }
      collectedToday {
        amount
        currency
      }
      collectedThisMonth {
        amount
        currency
      }
      next {
        ...CaseRow
      }
      promisesDue {
        caseId
        reference
        debtorName
        dueOn
        state
        invoiceNumbers
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
      }
    }
  }
`);
