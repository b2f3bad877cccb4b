import { Case, pauseCase, requireNotClosed } from '@amiable/cases';
import { dayOf, newId, parseDecimal, Refusal, Temporal, toDecimal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { TransferAnnouncement } from './announcement.entity';
import { afterWorkingDays, frozenWorkingDays, mayAnnounceAgain, oldestTransferDays } from './announcement.rules';

export interface AnnounceTransferInput {
  readonly caseId: string;
  /** Decimal text in the currency of the case. */
  readonly amount: string;
  /** The day the transfer was ordered, not in the future. */
  readonly madeOn: string;
}

export class AnnouncementRefused extends Refusal {}

/** Virement annoncé by the debtor: the reminders wait five working days for it, then go on by themselves. One at a time. */
@Injectable()
export class AnnounceTransfer extends UseCase<AnnounceTransferInput, { caseId: string; announcementId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, amount, madeOn }: AnnounceTransferInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('announce', theCase);
    requireNotClosed(theCase);
    const amountMinor = parseDecimal(amount);
    if (amountMinor <= 0n || amountMinor > theCase.openMinor)
      throw new AnnouncementRefused('TRANSFER_TOO_LARGE', { amount: toDecimal(theCase.openMinor), currency: theCase.currency }, 'amount');
    const today = dayOf(db.clock);
    const day = Temporal.PlainDate.from(madeOn);
    const age = day.until(today).days;
    if (age < 0 || age > oldestTransferDays) throw new AnnouncementRefused('TRANSFER_DAY', { days: oldestTransferDays }, 'madeOn');
    const earlier = await db.of(TransferAnnouncement).findBy({ clientId: db.clientId, caseId });
    if (earlier.some(({ state }) => state === 'open')) throw new AnnouncementRefused('TRANSFER_ALREADY_ANNOUNCED');
    if (!mayAnnounceAgain(earlier, today)) throw new AnnouncementRefused('TRANSFER_NEEDS_PROOF');
    const announcement = db.of(TransferAnnouncement).create({
      clientId: db.clientId,
      id: newId(),
      caseId,
      amountMinor,
      currency: theCase.currency,
      madeOn: day,
      announcedOn: today,
      frozenUntil: afterWorkingDays(today, frozenWorkingDays),
      state: 'open',
      createdAt: db.clock.now(),
    });
    await db.of(TransferAnnouncement).insert(announcement);
    const facts = { amount: toDecimal(amountMinor), currency: theCase.currency, day: madeOn, until: announcement.frozenUntil.toString() };
    await tell(db, ctx, { caseId, kind: 'transfer.announced', facts });
    await pauseCase(db, ctx, theCase, { kind: 'transfer_announced', until: announcement.frozenUntil });
    return { caseId, announcementId: announcement.id };
  }
}
