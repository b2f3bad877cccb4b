import { InstantColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { brandTheme, type BrandTheme } from './brand-theme.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type BrandFont = 'system' | 'serif' | 'humanist' | 'inter' | 'source_serif' | 'atkinson';

/** Marque: the name, the look and the addresses a debtor sees. */
@Entity('brands')
export class Brand {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') slug: string;
  @Column('text', { nullable: true }) host: string | null;
  @Column('text', { name: 'primary_colour' }) primaryColour: string;
  @Column('text', { name: 'secondary_colour', nullable: true }) secondaryColour: string | null;
  @Column('int') radius: number;
  @Column('text') font: BrandFont;
  /** Data URIs, cleaned and ready to print; for dark grounds and for mail programs where there is one of its own. */
  @Column('text', { nullable: true }) logo: string | null;
  @Column('text', { name: 'logo_dark', nullable: true }) logoDark: string | null;
  @Column('text', { name: 'logo_mail', nullable: true }) logoMail: string | null;
  @Column('uuid', { name: 'logo_id', nullable: true }) logoId: string | null;
  @Column('uuid', { name: 'logo_dark_id', nullable: true }) logoDarkId: string | null;
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
  @Column('text', { name: 'suspended_reason', nullable: true }) suspendedReason: string | null;
  @Column('text', { name: 'suspended_by', nullable: true }) suspendedBy: string | null;
  @Column('int') version: number;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}

/** The colours of a brand in both schemes, mended where they could not be read. */
export function themeOfBrand({
  primaryColour,
  secondaryColour,
  radius,
}: Pick<Brand, 'primaryColour' | 'secondaryColour' | 'radius'>): BrandTheme {
  return brandTheme({ primary: primaryColour, secondary: secondaryColour, radius });
}

/** The public address of a brand's pages; from the brand's row, never from a request (trust.md 3.8). */
export function addressOfBrand(brand: Pick<Brand, 'host' | 'slug'>, publicUrl: string): string {
  return brand.host ? `https://${brand.host}` : `${publicUrl.replace(/\/$/, '')}/b/${brand.slug}`;
}
