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
