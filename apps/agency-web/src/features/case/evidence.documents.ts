import { graphql } from '@documents';

export const EvidenceDocument = graphql(`
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
export const ShowEvidenceDocument = graphql(`
  mutation ShowEvidence($input: ShowEvidenceInput!) {
    showEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
export const DetachEvidenceDocument = graphql(`
  mutation DetachEvidence($input: DetachEvidenceInput!) {
    detachEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
