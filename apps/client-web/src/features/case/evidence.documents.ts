import { graphql } from '@documents';

export const EvidenceDocument = graphql(`
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
export const ShowEvidenceDocument = graphql(`
  mutation ShowEvidence($input: ClientShowEvidenceInput!) {
    showEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
export const DetachEvidenceDocument = graphql(`
  mutation DetachEvidence($input: ClientDetachEvidenceInput!) {
    detachEvidence(input: $input) {
      ...EvidenceRow
    }
  }
`);
