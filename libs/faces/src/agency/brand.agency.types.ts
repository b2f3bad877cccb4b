import { Field, ObjectType } from '@nestjs/graphql';
import { BrandLookFields, BrandScreenFields, BrandVersionFields } from '../brand/brand-screen.types';

@ObjectType('BrandVersion')
export class BrandVersionOfAgency extends BrandVersionFields {}

@ObjectType('BrandLookCheck')
export class BrandLookCheckOfAgency extends BrandLookFields {}

@ObjectType('Brand')
export class BrandOfAgency extends BrandScreenFields {
  @Field(() => [BrandVersionOfAgency]) declare versions: BrandVersionOfAgency[];
}
