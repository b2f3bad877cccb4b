import { graphql } from '@documents';

graphql(`
  fragment ProposalGroupFields on ProposalGroupFace {
    scenarioId
    stepNo
    clientName
    scenarioName
    stepName
    channel
    template
    cases
    since
    open {
      amount
      currency
    }
  }
`);
export const ProposalsDocument = graphql(`
  query Proposals {
    proposals {
      ...ProposalGroupFields
    }
  }
`);
export const ProposalsOfStepDocument = graphql(`
  query ProposalsOfStep($scenarioId: ID!, $stepNo: Int!) {
    proposalsOfStep(scenarioId: $scenarioId, stepNo: $stepNo) {
      seenAt
      group {
        ...ProposalGroupFields
      }
      rows {
        actionId
        caseId
        reference
        debtorName
        dueOn
        caseState
        recipient
        open {
          amount
          currency
        }
      }
    }
  }
`);
export const ConfirmStepsDocument = graphql(`
  mutation ConfirmSteps($input: ConfirmStepsInput!) {
    confirmSteps(input: $input)
  }
`);
export const DiscardStepsDocument = graphql(`
  mutation DiscardSteps($input: DiscardStepsInput!) {
    discardSteps(input: $input)
  }
`);
export const ProposalPreviewDocument = graphql(`
  query ProposalPreview($caseId: ID!, $template: String!) {
    messagePreview(caseId: $caseId, template: $template) {
      subject
      html
      recipient
      refusal
    }
  }
`);
