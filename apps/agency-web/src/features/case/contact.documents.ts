import { graphql } from '@documents';

/* Speaking with the debtor: what may be said and when, what waits to leave, what he answered. */
graphql(`
  fragment CaseContacts on Case {
    contact {
      from
      until
      weekdays
      zone
      withinHours
      callAllowedAt
      askedFor
      caps {
        kind
        used
        most
        days
        freeOn
      }
    }
    contactWishes {
      refusesEmail
      refusesCalls
      careUntil
      contactDoubtful
    }
    callWrapUps {
      outcome
      backOn
    }
    templates {
      key
      name
      channel
    }
    waitingMessages {
      id
      channel
      templateName
      leavesAt
      byName
    }
    answers {
      id
      reference
      kind
      state
      facts
      note
      reply
      followUpOn
      givenAt
      outcomes
      files {
        id
        filename
      }
    }
  }
`);
export const MessagePreviewDocument = graphql(`
  query MessagePreview($caseId: ID!, $template: String!, $note: String) {
    messagePreview(caseId: $caseId, template: $template, note: $note) {
      channel
      subject
      html
      recipient
      refusal
      language
      isJudged
      templateVersion
      leavesAt
      findings {
        code
        article
        refuses
        excerpt
        from
        to
        offer
      }
    }
  }
`);
export const LogCallDocument = graphql(`
  mutation LogCall($input: LogCallInput!) {
    logCall(input: $input) {
      ...CaseStory
    }
  }
`);
export const SendMessageDocument = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      ...CaseStory
    }
  }
`);
export const RecallMessageDocument = graphql(`
  mutation RecallMessage($input: RecallMessageInput!) {
    recallMessage(input: $input) {
      ...CaseStory
    }
  }
`);
export const SettleAnswerDocument = graphql(`
  mutation SettleAnswer($input: SettleAnswerInput!) {
    settleAnswer(input: $input) {
      ...CaseStory
    }
  }
`);
export const RevokeLinksDocument = graphql(`
  mutation RevokeLinks($input: RevokeLinksInput!) {
    revokeLinks(input: $input) {
      ...CaseStory
    }
  }
`);
