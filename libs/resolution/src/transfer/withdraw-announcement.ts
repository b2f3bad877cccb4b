import { Case, endPause } from '@amiable/cases';
import { toDecimal } from '@amiable/kernel';
import { move, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { TransferAnnouncement } from './announcement.entity';
import { announcementStates } from './announcement.states';

/** Annonce retirée: no transfer was made after all; the case may be paid again at once. Nothing to withdraw is no error. */
@Injectable()
export class WithdrawAnnouncement extends UseCase<{ readonly caseId: string }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId }: { readonly caseId: string }) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('announce', theCase);
    const open = await db.of(TransferAnnouncement).findOneBy({ clientId: db.clientId, caseId, state: 'open' });
    if (!open) return { caseId };
    await move(db, ctx, announcementStates, open, 'withdrawn', {
      kind: 'transfer.withdrawn',
      facts: { amount: toDecimal(open.amountMinor), currency: open.currency },
    });
    await db.of(TransferAnnouncement).save(open);
    await endPause(db, ctx, theCase, 'transfer_announced');
    return { caseId };
  }
}
