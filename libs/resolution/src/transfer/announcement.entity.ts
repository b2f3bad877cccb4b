import type { Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnnouncementState } from './announcement.states';

/** Virement annoncé: the debtor says that a transfer has been ordered; no money of ours until the bank says so. */
@Entity('transfer_announcements')
export class TransferAnnouncement {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @MinorColumn('amount_minor') amountMinor: bigint;
  @Column('text') currency: string;
  @DayColumn('made_on') madeOn: Temporal.PlainDate;
  @DayColumn('announced_on') announcedOn: Temporal.PlainDate;
  @DayColumn('frozen_until') frozenUntil: Temporal.PlainDate;
  @Column('text') state: AnnouncementState;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}
