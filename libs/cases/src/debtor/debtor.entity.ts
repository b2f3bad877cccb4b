import { DayColumn, InstantColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** Débiteur: a company or a private person who owes. */
@Entity('debtors')
export class Debtor {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  /** The client's own number for this debtor. */
  @Column('text') reference: string;
  @Column('text') kind: 'company' | 'person';
  @Column('text') name: string;
  @Column('text', { nullable: true }) siren: string | null;
  @Column('text', { nullable: true }) siret: string | null;
  @Column('text', { name: 'vat_number', nullable: true }) vatNumber: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { name: 'address_line', nullable: true }) addressLine: string | null;
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text') country: string;
  @Column('text') language: string;
  @Column('boolean', { name: 'refuses_email' }) refusesEmail: boolean;
  @Column('boolean', { name: 'refuses_calls' }) refusesCalls: boolean;
  /** Care mode until this day: no calls, no letters but confirmations. Why is not kept. */
  @DayColumn('care_until', { nullable: true }) careUntil: Temporal.PlainDate | null;
  /** Since when the contacts are doubtful: somebody there says he is not this debtor. */
  @InstantColumn('contact_doubtful_at', { nullable: true }) contactDoubtfulAt: Temporal.Instant | null;
  @Column('text', { name: 'legal_form', nullable: true }) legalForm: string | null;
  /** RCS, répertoire des métiers, Handelsregister: as it is written there. */
  @Column('text', { nullable: true }) register: string | null;
  @Column('text', { nullable: true }) iban: string | null;
  /** Of persons only, for who needs it before a court. */
  @DayColumn('born_on', { nullable: true }) bornOn: Temporal.PlainDate | null;
  /** When he likes to be called, `hh:mm` of his own time, inside the hours of the policy. */
  @Column('text', { name: 'prefers_from', nullable: true }) prefersFrom: string | null;
  @Column('text', { name: 'prefers_until', nullable: true }) prefersUntil: string | null;
  /** The day on which a letter to the address came back. */
  @DayColumn('address_returned_on', { nullable: true }) addressReturnedOn: Temporal.PlainDate | null;
  /** The row of the same debtor that is kept; see docs/decisions/joined-debtors-keep-their-rows.md. */
  @Column('uuid', { name: 'joined_to', nullable: true }) joinedTo: string | null;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
  @VersionColumn() version: number;
}
