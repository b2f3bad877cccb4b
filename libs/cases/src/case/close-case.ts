import { dayOf } from '@amiable/kernel';
import { move, publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { exposureChanged } from '../debtor/exposure.events';
import { dropWork } from '../queue/plan-work';
import { Case, type CloseReason } from './case.entity';
import { CaseStillOwed } from './case.errors';
import { caseClosed } from './case.events';
import { canCloseAsPaid, requireVersion } from './case.rules';
import { caseStates } from './case.states';

export interface CloseCaseInput {
  readonly caseId: string;
  readonly reason: CloseReason;
  readonly expectedVersion: number;
}

/** Clôture du dossier. Closing as paid needs a zero balance: throws CaseStillOwed. */
@Injectable()
export class CloseCase extends UseCase<CloseCaseInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, reason, expectedVersion }: CloseCaseInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('close', theCase);
    requireVersion(theCase, expectedVersion);
    if (reason === 'paid' && !canCloseAsPaid(theCase)) throw new CaseStillOwed(theCase.openMinor, theCase.currency);
    await move(db, ctx, caseStates, theCase, 'closed', { kind: 'case.closed', facts: { reason } });
    Object.assign(theCase, { closeReason: reason, closedOn: dayOf(db.clock), holdKind: null, holdReason: null, holdUntil: null });
    await dropWork(db, [caseId]);
    await publish(
      db,
      caseClosed(caseId, `v${expectedVersion}`),
      exposureChanged(`closed:${caseId}:v${expectedVersion}`, [theCase.debtorId]),
    );
    await db.of(Case).save(theCase);
    return { caseId };
  }
}
