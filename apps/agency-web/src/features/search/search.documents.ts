import { graphql } from '@documents';

graphql(`
  fragment SearchHitRow on SearchHit {
    caseId
    reference
    state
    debtorName
    city
    matchedOn
    matchedText
    caseCount
    client {
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
    invoiceAmount {
      amount
      currency
    }
  }
`);
export const SearchDocument = graphql(`
  query Search($text: String!) {
    search(text: $text) {
      cases {
        ...SearchHitRow
      }
      debtors {
        ...SearchHitRow
      }
      invoices {
        ...SearchHitRow
      }
      more
    }
  }
`);
