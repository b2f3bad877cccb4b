import { InstantColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Marque: the name, the look and the addresses a debtor sees. */
@Entity('brands')
export class Brand {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') slug: string;
  @Column('text', { nullable: true }) host: string | null;
  @Column('text', { name: 'primary_colour' }) primaryColour: string;
  @Column('int') radius: number;
  @Column('text') font: 'system' | 'serif' | 'humanist';
  @Column('text', { name: 'logo_svg', nullable: true }) logoSvg: string | null;
  @Column('text', { name: 'sender_name' }) senderName: string;
  @Column('text', { name: 'sender_email' }) senderEmail: string;
  @Column('text', { name: 'reply_to' }) replyTo: string;
  @Column('text') phone: string;
  @Column('text') website: string;
  @Column('text', { name: 'address_line' }) addressLine: string;
  @Column('text') postcode: string;
  @Column('text') city: string;
  @Column('text') language: 'fr' | 'en';
  @Column('text', { name: 'bank_holder', nullable: true }) bankHolder: string | null;
  @Column('text', { name: 'bank_iban', nullable: true }) bankIban: string | null;
  @Column('text', { name: 'bank_bic', nullable: true }) bankBic: string | null;
  /** Its pages are shut: they say so and take nothing. */
  @InstantColumn('suspended_at', { nullable: true }) suspendedAt: Temporal.Instant | null;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}

/** The public address of a brand's pages; from the brand's row, never from a request (trust.md 3.8). */
export function addressOfBrand(brand: Pick<Brand, 'host' | 'slug'>, publicUrl: string): string {
  return brand.host ? `https://${brand.host}` : `${publicUrl.replace(/\/$/, '')}/b/${brand.slug}`;
}
