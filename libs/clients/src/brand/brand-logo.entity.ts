import { InstantColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A cleaned picture that a brand may wear; never changed, so that an older version of the brand can be worn again. */
@Entity('brand_logos')
export class BrandLogo {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'brand_id' }) brandId: string;
  @Column('text', { name: 'data_uri' }) dataUri: string;
  @Column('text', { name: 'mail_data_uri', nullable: true }) mailDataUri: string | null;
  @Column('int') width: number;
  @Column('int') height: number;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
}
