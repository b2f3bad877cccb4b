import { Module } from '@nestjs/common';
import { BrandQueries } from './brand/brand.queries';

@Module({ providers: [BrandQueries], exports: [BrandQueries] })
export class ClientsModule {}
