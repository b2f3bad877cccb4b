import { graphql } from '@documents';

export const RemittancePreviewDocument = graphql(`
  query RemittancePreview($clientId: ID!, $asOf: Date!) {
    remittancePreview(clientId: $clientId, asOf: $asOf) {
      clientId
      clientName
      asOf
      vatPercent
      mode
      remitBy
      iban
      refusal
      movements {
        id
        caseId
        reference
        debtorName
        kind
        method
        effectiveOn
        amount {
          amount
          currency
        }
        fee {
          amount
          currency
        }
      }
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
      feesWithVat {
        amount
        currency
      }
      paidOut {
        amount
        currency
      }
    }
  }
`);
export const RemittancesDocument = graphql(`
  query Remittances($clientId: ID) {
    remittances(clientId: $clientId) {
      id
      number
      invoiceNumber
      clientName
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
  }
`);
export const LedgerBalancesDocument = graphql(`
  query LedgerBalances($clientId: ID!) {
    ledgerBalances(clientId: $clientId) {
      account
      book
      balance {
        amount
        currency
      }
    }
  }
`);
export const OrderRemittanceDocument = graphql(`
  mutation OrderRemittance($input: OrderRemittanceInput!) {
    orderRemittance(input: $input) {
      id
      number
    }
  }
`);
export const MarkRemittancePaidOutDocument = graphql(`
  mutation MarkRemittancePaidOut($input: MarkRemittancePaidOutInput!) {
    markRemittancePaidOut(input: $input) {
      id
      number
    }
  }
`);
