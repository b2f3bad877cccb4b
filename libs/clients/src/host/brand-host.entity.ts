import { InstantColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BrandHostState } from './brand-host.states';

/** Nom d'hôte: a domain of the client that a brand wants to live under, proved by a TXT record. */
@Entity('brand_hosts')
export class BrandHost {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'brand_id' }) brandId: string;
  @Column('text') host: string;
  @Column('text') token: string;
  @Column('text') state: BrandHostState;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @InstantColumn('verified_at', { nullable: true }) verifiedAt: Temporal.Instant | null;
  @InstantColumn('revoked_at', { nullable: true }) revokedAt: Temporal.Instant | null;
}
