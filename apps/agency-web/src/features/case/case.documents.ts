import { graphql } from '@documents';

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
    queue
    firstLetterReference
    firstLetterOn
    feePercent
    scenarioName
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
    payer {
      score
      grade
      settled
      onTime
      daysLate
      reasons {
        code
        points
        facts
      }
      external {
        source
        value
        scale
        scoredOn
      }
    }
    balance {
      claimed {
        amount
        currency
      }
      paid {
        amount
        currency
      }
      open {
        amount
        currency
      }
      disputed {
        amount
        currency
      }
      promised {
        amount
        currency
      }
      inPayment {
        amount
        currency
      }
    }
    invoices {
      id
      number
      issuedOn
      dueOn
      state
      daysLate
      description
      amount {
        amount
        currency
      }
      paid {
        amount
        currency
      }
      open {
        amount
        currency
      }
      disputed {
        amount
        currency
      }
    }
    promises {
      id
      dueOn
      madeOn
      state
      amount {
        amount
        currency
      }
      paid {
        amount
        currency
      }
    }
    plan {
      id
      state
      agreedOn
      total {
        amount
        currency
      }
      instalments {
        number
        dueOn
        paid
        amount {
          amount
          currency
        }
      }
    }
    plans {
      owed {
        amount
        currency
      }
      running {
        id
        version
        state
        frequency
        byDebtor
        agreedOn
        acceptedAt
        acceptedTextId
        onFile
        payBy
        clauses
        reason
        approver
        answerBy
        answer
        answeredBy
        expiresOn
        mayDecide
        total {
          amount
          currency
        }
        means {
          kind
          last4
          expiresOn
        }
        instalments {
          number
          dueOn
          collectOn
          state
          amount {
            amount
            currency
          }
          covered {
            amount
            currency
          }
        }
      }
      waiting {
        id
        version
        state
        frequency
        byDebtor
        agreedOn
        acceptedAt
        acceptedTextId
        onFile
        payBy
        clauses
        reason
        approver
        answerBy
        answer
        answeredBy
        expiresOn
        mayDecide
        total {
          amount
          currency
        }
        means {
          kind
          last4
          expiresOn
        }
        instalments {
          number
          dueOn
          collectOn
          state
          amount {
            amount
            currency
          }
          covered {
            amount
            currency
          }
        }
      }
      envelope {
        longestMonths
        firstWithinDays
        frequencies
        rounding
        approver
        answerDays
        smallestInstalment {
          amount
          currency
        }
        smallestFirst {
          amount
          currency
        }
      }
    }
    disputes {
      id
      invoiceNumber
      reason
      note
      state
      openedOn
      dueOn
      answer
      amount {
        amount
        currency
      }
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
    contactWishes {
      refusesEmail
      refusesCalls
      careUntil
      contactDoubtful
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
    callWrapUps {
      outcome
      backOn
    }
  }
`);
export const CaseDocument = graphql(`
  query Case($caseId: ID!) {
    case(caseId: $caseId) {
      ...CaseStory
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
export const TakeNextCaseDocument = graphql(`
  mutation TakeNextCase($skipCaseId: ID) {
    takeNextCase(skipCaseId: $skipCaseId) {
      id
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
export const RecordPromiseDocument = graphql(`
  mutation RecordPromise($input: RecordPromiseInput!) {
    recordPromise(input: $input) {
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
export const OpenDisputeDocument = graphql(`
  mutation OpenDispute($input: OpenDisputeInput!) {
    openDispute(input: $input) {
      ...CaseStory
    }
  }
`);
export const CloseDisputeDocument = graphql(`
  mutation CloseDispute($input: CloseDisputeInput!) {
    closeDispute(input: $input) {
      ...CaseStory
    }
  }
`);
export const AgreePlanDocument = graphql(`
  mutation AgreePlan($input: AgreePlanInput!) {
    agreePlan(input: $input) {
      ...CaseStory
    }
  }
`);
export const ProposePlanDocument = graphql(`
  mutation ProposePlan($input: ProposePlanInput!) {
    proposePlan(input: $input) {
      ...CaseStory
    }
  }
`);
export const DecidePlanDocument = graphql(`
  mutation DecidePlan($input: DecidePlanInput!) {
    decidePlan(input: $input) {
      ...CaseStory
    }
  }
`);
export const RecordExternalScoreDocument = graphql(`
  mutation RecordExternalScore($input: RecordExternalScoreInput!) {
    recordExternalScore(input: $input) {
      ...CaseStory
    }
  }
`);
export const HoldCaseDocument = graphql(`
  mutation HoldCase($input: HoldCaseInput!) {
    holdCase(input: $input) {
      ...CaseStory
    }
  }
`);
export const ResumeCaseDocument = graphql(`
  mutation ResumeCase($input: ResumeCaseInput!) {
    resumeCase(input: $input) {
      ...CaseStory
    }
  }
`);
export const StopAskingDocument = graphql(`
  mutation StopAsking($input: StopAskingInput!) {
    stopAsking(input: $input) {
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
export const CloseCaseDocument = graphql(`
  mutation CloseCase($input: CloseCaseInput!) {
    closeCase(input: $input) {
      ...CaseStory
    }
  }
`);
export const AddNoteDocument = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    addNote(input: $input) {
      ...CaseStory
    }
  }
`);
export const SnoozeCaseDocument = graphql(`
  mutation SnoozeCase($input: SnoozeCaseInput!) {
    snoozeCase(input: $input) {
      ...CaseStory
    }
  }
`);
export const UndoSnoozeDocument = graphql(`
  mutation UndoSnooze($input: UndoSnoozeInput!) {
    undoSnooze(input: $input) {
      ...CaseStory
    }
  }
`);
export const RecordTransferDocument = graphql(`
  mutation RecordTransfer($input: RecordTransferInput!) {
    recordTransfer(input: $input) {
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
