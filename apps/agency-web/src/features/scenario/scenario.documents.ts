import { graphql } from '@documents';

graphql(`
  fragment StrategyFields on Strategy {
    clientId
    clientName
    currency
    hat
    channels
    tags
    scenarios {
      id
      lineId
      name
      version
      state
      revision
      createdAt
      activatedAt
      activatedByName
      underWay
      steps {
        name
        channel
        template
        stage
        daysFromDue
        mode
        leastOpen
        onlyKind
        onlySilent
      }
      problems {
        stepNo
        field
        code
      }
    }
    segments {
      id
      name
      lineId
      debtorKind
      least
      most
      leastScore
      mostScore
      languages
      tags
      paymentMethods
      cases
      open {
        amount
        currency
      }
    }
    experiments {
      id
      name
      championName
      challengerName
      challengerPercent
      holdoutPercent
      horizonDays
      startedOn
      endedOn
      fewestObserved
      arms {
        arm
        cases
        observed
        paid
        rate
        difference
        low
        high
        verdict
      }
    }
  }
`);
graphql(`
  fragment RehearsalFields on RehearsalFace {
    from
    until
    sameCases
    otherCases
    stepCount
    asIs {
      ...RehearsalTotals
    }
    changed {
      ...RehearsalTotals
    }
    days {
      day
      asIs
      changed
    }
    blocks {
      reason
      cases
    }
    steps {
      caseId
      reference
      debtorName
      day
      channel
      stepName
      scenarioName
      isProposed
      open {
        amount
        currency
      }
    }
  }
`);
graphql(`
  fragment RehearsalTotals on RehearsalTotalsFace {
    cases
    proposed
    byChannel {
      channel
      steps
    }
    postage {
      amount
      currency
    }
  }
`);
export const StrategyDocument = graphql(`
  query Strategy($clientId: ID!) {
    strategy(clientId: $clientId) {
      ...StrategyFields
    }
  }
`);
export const RehearseDraftDocument = graphql(`
  query RehearseDraft($scenarioId: ID!, $moveCases: Boolean!, $days: Int!) {
    rehearseDraft(scenarioId: $scenarioId, moveCases: $moveCases, days: $days) {
      ...RehearsalFields
    }
  }
`);
export const RehearseSegmentsDocument = graphql(`
  query RehearseSegments($clientId: ID!, $segments: [SegmentInput!]!, $moveWaiting: Boolean!, $days: Int!) {
    rehearseSegments(clientId: $clientId, segments: $segments, moveWaiting: $moveWaiting, days: $days) {
      ...RehearsalFields
    }
  }
`);
export const DraftScenarioDocument = graphql(`
  mutation DraftScenario($input: DraftScenarioInput!) {
    draftScenario(input: $input) {
      scenarioId
      strategy {
        ...StrategyFields
      }
    }
  }
`);
export const ReviseDraftDocument = graphql(`
  mutation ReviseDraft($input: ReviseDraftInput!) {
    reviseDraft(input: $input) {
      ...StrategyFields
    }
  }
`);
export const ActivateDraftDocument = graphql(`
  mutation ActivateDraft($input: ActivateDraftInput!) {
    activateDraft(input: $input) {
      moved
      strategy {
        ...StrategyFields
      }
    }
  }
`);
export const DropDraftDocument = graphql(`
  mutation DropDraft($input: ScenarioInput!) {
    dropDraft(input: $input) {
      ...StrategyFields
    }
  }
`);
export const RetireScenarioDocument = graphql(`
  mutation RetireScenario($input: ScenarioInput!) {
    retireScenario(input: $input) {
      ...StrategyFields
    }
  }
`);
export const ReviseSegmentsDocument = graphql(`
  mutation ReviseSegments($input: ReviseSegmentsInput!) {
    reviseSegments(input: $input) {
      moved
      strategy {
        ...StrategyFields
      }
    }
  }
`);
export const StartExperimentDocument = graphql(`
  mutation StartExperiment($input: StartExperimentInput!) {
    startExperiment(input: $input) {
      ...StrategyFields
    }
  }
`);
export const EndExperimentDocument = graphql(`
  mutation EndExperiment($input: EndExperimentInput!) {
    endExperiment(input: $input) {
      ...StrategyFields
    }
  }
`);
