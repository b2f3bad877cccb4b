import { graphql } from '@documents';

graphql(`
  fragment RemittanceHead on ClientRemittance {
    id
    number
    invoiceNumber
    asOf
    state
    paidOutOn
    pdfId
    csvId
    funds {
      amount
      currency
    }
    fees {
      amount
      currency
    }
    vat {
      amount
      currency
    }
    paidOut {
      amount
      currency
    }
  }
`);
export const RemittancesDocument = graphql(`
  query Remittances {
    remittances {
      ...RemittanceHead
    }
  }
`);
export const RemittanceDocument = graphql(`
  query Remittance($remittanceId: ID!) {
    remittance(remittanceId: $remittanceId) {
      ...RemittanceHead
      movements {
        ...MovementRow
      }
    }
  }
`);
