import { DayScalar } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BulkActKind, type WordOf } from './case.agency.enums';
import { CaseFilter } from './case-list.agency.types';

@InputType({ description: 'The cases of an act: those named, or all that a filter selects.' })
export class BulkSelection {
  @Field(() => [ID], { nullable: true }) caseIds?: string[] | null;
  @Field(() => CaseFilter, { nullable: true }) filter?: CaseFilter | null;
}

@InputType()
export class BulkActInput {
  @Field(() => BulkActKind) act: WordOf<typeof BulkActKind>;
  @Field(() => BulkSelection) selection: BulkSelection;
  @Field(() => String, { nullable: true, description: 'A colleague to assign to; null for the shared queue.' }) owner?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => DayScalar, { nullable: true }) until?: string | null;
  @Field(() => String, { nullable: true }) template?: string | null;
  @Field(() => String, { nullable: true }) tag?: string | null;
}

@ObjectType()
export class BulkExclusion {
  @Field(() => String, { description: 'A code of refusal.' }) reason: string;
  @Field(() => Int) count: number;
  @Field(() => [String], { description: 'References of some.' }) examples: readonly string[];
}

@ObjectType({ description: 'What an act would do.' })
export class BulkPreview {
  @Field(() => Int) selected: number;
  @Field(() => Int) included: number;
  @Field(() => [BulkExclusion]) excluded: readonly BulkExclusion[];
  @Field(() => Int, { description: 'Most cases of one act.' }) most: number;
}

@ObjectType({ description: 'How far an act on many cases has come.' })
export class BulkProgressView {
  @Field(() => String) bulkId: string;
  @Field(() => BulkActKind) act: WordOf<typeof BulkActKind>;
  @Field(() => Int) total: number;
  @Field(() => Int) done: number;
  @Field(() => Int) waiting: number;
  @Field(() => Int) undone: number;
  @Field(() => [BulkExclusion]) excluded: readonly BulkExclusion[];
  @Field(() => Boolean) canUndo: boolean;
}
