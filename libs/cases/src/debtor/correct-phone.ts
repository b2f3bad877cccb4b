import { toDate } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { Debtor } from './debtor.entity';
import { DebtorFieldRefused, phoneOf } from './debtor-fields.rules';
import { spreadToJoined } from '../twin/joined-rows';
import { recordMeans } from './record-means';

export interface CorrectPhoneInput {
  readonly caseId: string;
  /** The right number when it is known; without it the wrong one is taken away. */
  readonly phone: string | null;
  /** Somebody there says that he is not the debtor: until a person has corrected the file its contacts are doubtful. */
  readonly isDoubtful?: boolean;
}

/** Numéro corrigé: a number that reaches somebody else is kept as wrong and never dialled again, whatever a file says later. */
@Injectable()
export class CorrectPhone extends UseCase<CorrectPhoneInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, phone, isDoubtful = false }: CorrectPhoneInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('work', theCase);
    const debtor = await db.lock(Debtor, theCase.debtorId);
    const right = rightPhone(phone, debtor.country);
    if (right !== null && debtor.phone && keyOf(right) === keyOf(debtor.phone))
      throw new DebtorFieldRefused('PHONE_IS_THE_WRONG_ONE', 'rightPhone', right);
    await recordMeans(db, ctx, debtor.id, [
      ...(debtor.phone ? [{ kind: 'phone' as const, value: debtor.phone, validity: 'wrong' as const, source: 'call' as const }] : []),
      ...(right ? [{ kind: 'phone' as const, value: right, source: 'call' as const }] : []),
    ]);
    await db.rows(
      `update debtors set phone = $3, contact_doubtful_at = case when $4 then $5::timestamptz else contact_doubtful_at end, version = version + 1 where client_id = $1 and id = $2`,
      [db.clientId, debtor.id, right, isDoubtful && right === null, toDate(db.clock.now())],
    );
    await spreadToJoined(db, debtor.id);
    await tell(db, ctx, { caseId, kind: 'debtor.phone_corrected', facts: { hasPhone: right === null ? null : 'yes' }, clientSees: true });
    return { caseId };
  }
}

const keyOf = (phone: string) => phone.replace(/\D/g, '').slice(-9);

/** The number as it is kept, refused under the name that the call sheet's field has. Throws PHONE_INVALID. */
export function rightPhone(phone: string | null, country: string): string | null {
  try {
    return phoneOf(phone, country);
  } catch (error) {
    if (error instanceof DebtorFieldRefused) throw new DebtorFieldRefused(error.code, 'rightPhone', phone ?? '');
    throw error;
  }
}
