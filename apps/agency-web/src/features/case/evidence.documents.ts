import { graphql } from '@documents';

const read = graphql(`
  query Evidence($caseId: ID!) {
    evidence(caseId: $caseId) {
      ...EvidenceRow
    }
  }
  fragment EvidenceRow on Evidence {
    id
    invoiceNumber
    kind
    filename
    debtorSees
  }
`);
const show = graphql(`
  mutation ShowEvidence($input: ShowEvidenceInput!) {
    showEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
const detach = graphql(`
  mutation DetachEvidence($input: DetachEvidenceInput!) {
    detachEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
export const evidenceDocuments = { read, show, detach };
