import { Money } from '@amiable/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ClientDataGap, type ValueOf } from './client-face.enums';

@ObjectType({ description: 'Something that is missing in the files of debtors.' })
export class ClientMissing {
  @Field(() => ClientDataGap) gap: ValueOf<typeof ClientDataGap>;
  @Field(() => Int, { description: 'Cases that lack it, closed ones left out.' }) cases: number;
}

@ObjectType({ description: 'A case whose debtor could be reached better.' })
export class ClientThinCase {
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => Money) open: Money;
  @Field(() => Int, { description: '0 to 100.' }) quality: number;
  @Field(() => [ClientDataGap], { description: 'What is worth sending us, the most useful first.' })
  missing: Array<ValueOf<typeof ClientDataGap>>;
}

@ObjectType({ description: 'How complete the files of the debtors are, over the cases that are not closed.' })
export class ClientDataQuality {
  @Field(() => Int, { nullable: true, description: 'Mean over the debtors, 0 to 100; null without any.' }) mean: number | null;
  @Field(() => Int) debtors: number;
  @Field(() => [ClientMissing], { description: 'What most cases lack first.' }) missing: ClientMissing[];
  @Field(() => [ClientThinCase], { description: 'The thinnest files first, ten at most.' }) thinnest: ClientThinCase[];
}
