import { Money } from '@amiable/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CaseState, DebtorKind, SearchMatch, type WordOf } from './case.agency.enums';
import { BrandStripe, ClientName } from './case-summary.agency.types';

@ObjectType({ description: 'Something found; it opens a case.' })
export class SearchHit {
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => ClientName) client: ClientName;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => CaseState) state: WordOf<typeof CaseState>;
  @Field(() => String) debtorName: string;
  @Field(() => DebtorKind) debtorKind: WordOf<typeof DebtorKind>;
  @Field(() => String, { nullable: true }) city: string | null;
  @Field(() => Money, { description: 'What is open on the case.' }) open: Money;
  @Field(() => SearchMatch, { description: 'What of it fits what was typed.' }) matchedOn: WordOf<typeof SearchMatch>;
  @Field(() => String, { nullable: true, description: 'The phone, address or number that fits.' }) matchedText: string | null;
  @Field(() => Money, { nullable: true, description: 'The amount of the invoice found.' }) invoiceAmount: Money | null;
  @Field(() => Int, { description: 'How many cases this debtor has here.' }) caseCount: number;
}

@ObjectType({ description: 'What fits, the best first, grouped by what it is.' })
export class SearchResult {
  @Field(() => [SearchHit]) cases: SearchHit[];
  @Field(() => [SearchHit]) debtors: SearchHit[];
  @Field(() => [SearchHit]) invoices: SearchHit[];
  @Field(() => Boolean, { description: 'More fits than is shown.' }) more: boolean;
}
