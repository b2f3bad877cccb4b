import { graphql } from '@documents';

graphql(`
  fragment ImportFields on Import {
    id
    clientName
    filename
    state
    mode
    createdAt
    createdBy
    format
    unmappedColumns
    columns {
      field
      column
    }
    counts {
      lines
      new
      changed
      unchanged
      rejected
      settled
      totals
      warnings
      casesOpened
      debtorsNew
      sum {
        amount
        currency
      }
      openSum {
        amount
        currency
      }
    }
    rejections {
      line
      cells
      reasons {
        field
        column
        value
        code
        text
      }
    }
  }
`);
export const ImportsDocument = graphql(`
  query Imports {
    imports {
      id
      clientName
      filename
      state
      createdAt
      createdBy
      counts {
        lines
        new
        changed
        rejected
        openSum {
          amount
          currency
        }
      }
    }
  }
`);
export const ImportDocument = graphql(`
  query Import($importId: ID!) {
    import(importId: $importId) {
      ...ImportFields
    }
  }
`);
export const CommitImportDocument = graphql(`
  mutation CommitImport($input: CommitImportInput!) {
    commitImport(input: $input) {
      ...ImportFields
    }
  }
`);
