import { Field, ID, ObjectType } from '@nestjs/graphql';
import { BrandHostFields, BrandLookFields, BrandScreenFields, BrandVersionFields } from '../brand/brand-screen.types';

@ObjectType('ClientBrandVersion')
export class BrandVersionOfClient extends BrandVersionFields {}

@ObjectType('ClientBrandLookCheck')
export class BrandLookCheckOfClient extends BrandLookFields {}

@ObjectType()
export class ClientBrandName {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType('ClientBrandHost')
export class BrandHostOfClient extends BrandHostFields {}

@ObjectType('ClientBrand')
export class BrandOfClient extends BrandScreenFields {
  @Field(() => [BrandHostOfClient]) declare hosts: BrandHostOfClient[];
  @Field(() => [BrandVersionOfClient]) declare versions: BrandVersionOfClient[];
}
