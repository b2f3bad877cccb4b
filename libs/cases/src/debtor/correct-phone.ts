import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';

export interface CorrectPhoneInput {
  readonly caseId: string;
  /** The right number when it is known; without it the wrong one is taken away. */
  readonly phone: string | null;
}

/** Numéro corrigé: a number that reaches somebody else is never dialled again. */
@Injectable()
export class CorrectPhone extends UseCase<CorrectPhoneInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, phone }: CorrectPhoneInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('work', theCase);
    const right = phone?.trim().slice(0, 40) || null;
    await db.rows(`update debtors set phone = $3, version = version + 1 where client_id = $1 and id = $2`, [
      db.clientId,
      theCase.debtorId,
      right,
    ]);
    await tell(db, ctx, { caseId, kind: 'debtor.phone_corrected', facts: { hasPhone: right === null ? null : 'yes' }, clientSees: true });
    return { caseId };
  }
}
