import { graphql } from '@documents';

/* Acts on the case itself: whose it is, whether it rests, when it comes back. */
export const TakeNextCaseDocument = graphql(`
  mutation TakeNextCase($skipCaseId: ID, $queue: CaseFilter) {
    takeNextCase(skipCaseId: $skipCaseId, queue: $queue) {
      id
    }
  }
`);
export const AssignCaseDocument = graphql(`
  mutation AssignCase($input: AssignCaseInput!) {
    assignCase(input: $input) {
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
export const FinishTaskDocument = graphql(`
  mutation FinishTask($input: FinishTaskInput!) {
    finishTask(input: $input) {
      ...CaseStory
    }
  }
`);
export const SkipStepDocument = graphql(`
  mutation SkipStep($input: SkipStepInput!) {
    skipStep(input: $input) {
      ...CaseStory
    }
  }
`);
