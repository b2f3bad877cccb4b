import type { Temporal } from '@amiable/kernel';
import { InstantColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Hat, MessageLanguage } from '../template/message-facts';
import type { TemplateKey } from '../template/message-texts';
import type { TemplateState } from './template.states';

/** Modèle: one version of a client's own words for a kind of message. */
@Entity('templates')
export class Template {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  /** Null: for all brands of the client that have none of their own. */
  @Column('uuid', { name: 'brand_id', nullable: true }) brandId: string | null;
  @Column('text') template: TemplateKey;
  @Column('text') language: MessageLanguage;
  @Column('text') hat: Hat;
  @Column('int') version: number;
  @Column('text') state: TemplateState;
  @Column('text') subject: string;
  @Column('text') preheader: string;
  @Column('text') title: string;
  @Column('text') body: string;
  /** The version whose words were taken up again. */
  @Column('int', { name: 'restored_from', nullable: true }) restoredFrom: number | null;
  @Column('uuid', { name: 'written_by' }) writtenBy: string;
  @Column('text', { name: 'written_by_name' }) writtenByName: string;
  @InstantColumn('written_at') writtenAt: Temporal.Instant;
  @Column('text', { name: 'activated_by_name', nullable: true }) activatedByName: string | null;
  @InstantColumn('activated_at', { nullable: true }) activatedAt: Temporal.Instant | null;
  @Column('text', { name: 'retired_by_name', nullable: true }) retiredByName: string | null;
  @InstantColumn('retired_at', { nullable: true }) retiredAt: Temporal.Instant | null;
}
