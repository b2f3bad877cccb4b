import { graphql } from '@documents';

graphql(`
  fragment SegmentConditions on SegmentConditions {
    name
    debtorKind
    least
    most
    leastScore
    mostScore
    languages
    tags
    paymentMethods
  }
`);
graphql(`
  fragment CaseStory on Case {
    id
    reference
    version
    state
    stage
    hat
    openedOn
    closedOn
    closeReason
    holdReason
    holdUntil
    ownerName
    lent {
      name
      until
    }
    queue
    firstLetterReference
    firstLetterOn
    feePercent
    promisePolicy {
      graceDays
      tolerancePercent
    }
    scenarioName
    isHeldOut
    segment {
      ...SegmentConditions
    }
    nextCaseId
    client {
      id
      name
    }
    brand {
      id
      name
      colour
      onColour
    }
    debtor {
      id
      reference
      kind
      name
      siren
      email
      phone
      addressLine
      postcode
      city
      country
      language
    }
    timeline {
      id
      at
      kind
      actorKind
      actorName
      facts
      documentId
      documentType
    }
    waitingSteps {
      actionId
      name
      channel
      template
      dueOn
      isProposed
    }
    nextStep {
      stepNo
      name
      channel
      dueOn
    }
    waitingReason {
      code
      facts
    }
    nextActions {
      action
      allowed
      reason
      facts
    }
    ...CaseDebtorFile
    ...CaseTwins
    ...CaseMoney
    ...CaseCommitments
    ...CaseContacts
  }
`);
export const CaseDocument = graphql(`
  query Case($caseId: ID!, $queue: CaseFilter) {
    case(caseId: $caseId, queue: $queue) {
      ...CaseStory
    }
  }
`);
