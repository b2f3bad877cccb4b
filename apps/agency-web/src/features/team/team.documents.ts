import { graphql } from '@documents';

graphql(`
  fragment Figures on TeamFiguresFace {
    openCases
    toWork
    untouched
    calls
    talks
    messages
    promisesMade
    promisesJudged
    promisesKept
    rates {
      talksOfCalls
      promisesOfTalks
      keptOfJudged
      honoured
      keptAmount
    }
    open {
      amount
      currency
    }
    collected {
      amount
      currency
    }
  }
`);
graphql(`
  fragment TeamMonth on Team {
    month
    workingDaysLeft
    silentDays
    total {
      ...Figures
    }
    collectors {
      id
      name
      isAtWork
      absence {
        id
        from
        until
        standIns
        isPlanned
      }
      languages
      skills
      figures {
        ...Figures
      }
      goal {
        since
        calls
        callsPerDay
        collected {
          amount
          currency
        }
        collectedPerDay {
          amount
          currency
        }
      }
    }
    clients {
      client {
        id
        name
      }
      figures {
        ...Figures
      }
    }
    stages {
      stage
      figures {
        ...Figures
      }
    }
  }
`);
export const TeamDocument = graphql(`
  query Team($month: Date, $silentDays: Int) {
    team(month: $month, silentDays: $silentDays) {
      ...TeamMonth
    }
  }
`);
export const ReviseCollectorGoalDocument = graphql(`
  mutation ReviseCollectorGoal($input: ReviseCollectorGoalInput!) {
    reviseCollectorGoal(input: $input) {
      ...TeamMonth
    }
  }
`);
export const ReviseCollectorSkillsDocument = graphql(`
  mutation ReviseCollectorSkills($input: ReviseCollectorSkillsInput!) {
    reviseCollectorSkills(input: $input) {
      ...TeamMonth
    }
  }
`);
export const TeamTagsDocument = graphql(`
  query TeamTags {
    tags
  }
`);
export const AbsencePreviewDocument = graphql(`
  query AbsencePreview($input: AbsenceInput!) {
    absencePreview(input: $input) {
      cases
      promisesDue
      callBacks
      nobodyMay {
        client {
          id
          name
        }
        cases
      }
      shares {
        name
        cases
        open {
          amount
          currency
        }
      }
    }
  }
`);
export const BeginAbsenceDocument = graphql(`
  mutation BeginAbsence($input: AbsenceInput!, $idempotencyKey: String!) {
    beginAbsence(input: $input, idempotencyKey: $idempotencyKey) {
      month
      collectors {
        id
        absence {
          id
        }
      }
    }
  }
`);
export const EndAbsenceDocument = graphql(`
  mutation EndAbsence($absence: String!) {
    endAbsence(absence: $absence) {
      month
    }
  }
`);
