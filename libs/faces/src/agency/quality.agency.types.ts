import { FactsScalar, InstantScalar } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BrandStripe } from './case-summary.agency.types';
import { ReviewVerdict, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'What a manager found in one contact.' })
export class ContactReviewFace {
  @Field(() => ReviewVerdict, { description: 'The mandatory recall was given.' }) recall: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict, { description: 'It was checked who speaks.' }) identity: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict) tone: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict, { description: 'The facts were right.' }) facts: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict, { description: 'A next step was set.' }) nextStep: WordOf<typeof ReviewVerdict>;
  @Field(() => String, { nullable: true }) comment: string | null;
  @Field(() => String) reviewedByName: string;
  @Field(() => InstantScalar) reviewedAt: string;
  @Field(() => String, { nullable: true, description: 'The words of who made the contact.' }) answer: string | null;
}

@ObjectType({ description: 'One call, mail, letter or note of the sample.' })
export class QualityContact {
  @Field(() => ID, { description: 'Of the event of the story.' }) eventId: string;
  @Field(() => ID) caseId: string;
  @Field(() => String) kind: string;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
  @Field(() => InstantScalar) at: string;
  @Field(() => String) collectorName: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => ContactReviewFace, { nullable: true }) review: ContactReviewFace | null;
}

@ObjectType()
export class QualityResult {
  @Field(() => String) collectorName: string;
  @Field(() => Int) sampled: number;
  @Field(() => Int) reviewed: number;
  @Field(() => Int, { nullable: true, description: 'Passed among what applied, percent.' }) passRate: number | null;
}

@ObjectType({ description: 'The sample of a month; who may not evaluate sees what was found in his own contacts.' })
export class QualityDesk {
  @Field(() => String, { description: 'yyyy-mm' }) month: string;
  @Field(() => Int, { description: "Percent of each collector's contacts." }) share: number;
  @Field(() => Boolean) mayReview: boolean;
  @Field(() => [QualityContact], { description: 'Three hundred at most.' }) contacts: QualityContact[];
  @Field(() => [QualityResult]) results: QualityResult[];
}

@InputType()
export class ReviewContactInput {
  @Field(() => ID) eventId: string;
  @Field(() => ReviewVerdict) recall: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict) identity: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict) tone: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict) facts: WordOf<typeof ReviewVerdict>;
  @Field(() => ReviewVerdict) nextStep: WordOf<typeof ReviewVerdict>;
  @Field(() => String) comment: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class AnswerReviewInput {
  @Field(() => ID) eventId: string;
  @Field(() => String) answer: string;
  @Field(() => String) idempotencyKey: string;
}
