import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from './case.entity';
import { requireVersion } from './case.rules';
import { pauseCase } from './pause-case';

export interface StopAskingInput {
  readonly caseId: string;
  readonly why: 'deceased' | 'insolvent';
  /** What staff and client read beside the case. */
  readonly reason: string;
  readonly expectedVersion: number;
}

/** Décès ou procédure collective: nothing is sent and nothing asked for until a person resumes or closes the case (C. com. L622-21). */
@Injectable()
export class StopAsking extends UseCase<StopAskingInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, why, reason, expectedVersion }: StopAskingInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('hold', theCase);
    requireVersion(theCase, expectedVersion);
    await pauseCase(db, ctx, theCase, { kind: why, reason, until: null });
    return { caseId };
  }
}
