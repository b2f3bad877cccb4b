import { Field, ID, ObjectType } from '@nestjs/graphql';
import { BrandLookFields, BrandScreenFields, BrandVersionFields } from '../brand/brand-screen.types';

@ObjectType('ClientBrandVersion')
export class BrandVersionOfClient extends BrandVersionFields {}

@ObjectType('ClientBrandLookCheck')
export class BrandLookCheckOfClient extends BrandLookFields {}

@ObjectType()
export class ClientBrandName {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType('ClientBrand')
export class BrandOfClient extends BrandScreenFields {
  @Field(() => [BrandVersionOfClient]) declare versions: BrandVersionOfClient[];
}
