import { graphql } from '@documents';

export const BulkPreviewDocument = graphql(`
  query BulkPreview($input: BulkActInput!) {
    bulkPreview(input: $input) {
      selected
      included
      most
      excluded {
        reason
        count
        examples
      }
    }
  }
`);
graphql(`
  fragment BulkState on BulkProgressView {
    bulkId
    act
    total
    done
    waiting
    undone
    canUndo
    excluded {
      reason
      count
      examples
    }
  }
`);
export const StartBulkActDocument = graphql(`
  mutation StartBulkAct($input: BulkActInput!, $idempotencyKey: String!) {
    startBulkAct(input: $input, idempotencyKey: $idempotencyKey) {
      ...BulkState
    }
  }
`);
export const BulkProgressDocument = graphql(`
  query BulkProgress($bulkId: String!) {
    bulkProgress(bulkId: $bulkId) {
      ...BulkState
    }
  }
`);
export const UndoBulkActDocument = graphql(`
  mutation UndoBulkAct($bulkId: String!) {
    undoBulkAct(bulkId: $bulkId) {
      ...BulkState
    }
  }
`);
