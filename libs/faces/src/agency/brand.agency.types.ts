import { Field, ObjectType } from '@nestjs/graphql';
import { BrandHostFields, BrandLookFields, BrandScreenFields, BrandVersionFields } from '../brand/brand-screen.types';

@ObjectType('BrandVersion')
export class BrandVersionOfAgency extends BrandVersionFields {}

@ObjectType('BrandLookCheck')
export class BrandLookCheckOfAgency extends BrandLookFields {}

@ObjectType('BrandHost')
export class BrandHostOfAgency extends BrandHostFields {}

@ObjectType('Brand')
export class BrandOfAgency extends BrandScreenFields {
  @Field(() => [BrandHostOfAgency]) declare hosts: BrandHostOfAgency[];
  @Field(() => [BrandVersionOfAgency]) declare versions: BrandVersionOfAgency[];
}
