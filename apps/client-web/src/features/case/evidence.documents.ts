import { graphql } from '@documents';

const read = graphql(`
  query Evidence($caseId: ID!) {
    evidence(caseId: $caseId) {
      ...EvidenceRow
    }
  }
  fragment EvidenceRow on ClientEvidence {
    id
    invoiceNumber
    kind
    filename
    debtorSees
  }
`);
const show = graphql(`
  mutation ShowEvidence($input: ClientShowEvidenceInput!) {
    showEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
const detach = graphql(`
  mutation DetachEvidence($input: ClientDetachEvidenceInput!) {
    detachEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
export const evidenceDocuments = { read, show, detach };
