import { graphql } from '@documents';

export const QualityDocument = graphql(`
  query Quality($month: String) {
    quality(month: $month) {
      month
      share
      mayReview
      results {
        collectorName
        sampled
        reviewed
        passRate
      }
      contacts {
        eventId
        caseId
        kind
        facts
        at
        collectorName
        reference
        debtorName
        brand {
          id
          name
          colour
          onColour
        }
        review {
          recall
          identity
          tone
          facts
          nextStep
          comment
          reviewedByName
          reviewedAt
          answer
        }
      }
    }
  }
`);
export const ReviewContactDocument = graphql(`
  mutation ReviewContact($input: ReviewContactInput!) {
    reviewContact(input: $input)
  }
`);
export const AnswerReviewDocument = graphql(`
  mutation AnswerReview($input: AnswerReviewInput!) {
    answerReview(input: $input)
  }
`);
export const ReviseQualityShareDocument = graphql(`
  mutation ReviseQualityShare($percent: Int!) {
    reviseQualityShare(percent: $percent)
  }
`);
