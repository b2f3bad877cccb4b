import { NotFound, Refusal, toDate } from '@amiable/kernel';
import { publish, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { exposureChanged } from '../debtor/exposure.events';
import { judgeTwins } from './join-debtors';
import { separatedData, type SharedData } from './joined-fields.rules';
import { lockBoth, writeShared } from './joined-rows';

export interface SeparateDebtorsInput {
  readonly caseId: string;
  readonly jointId: string;
}

interface Joint {
  readonly kept_id: string;
  readonly joined_id: string;
  readonly kept_before: SharedData;
  readonly joined_before: SharedData;
  readonly kept_after: SharedData;
  readonly separated_at: Date | null;
}

/** Doublon séparé: both rows are what they were before they were joined, but for what was corrected since. Throws ALREADY_SEPARATED, NotFound. */
@Injectable()
export class SeparateDebtors extends UseCase<SeparateDebtorsInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, jointId }: SeparateDebtorsInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('work', theCase);
    const joint = await db.row<Joint>(`select * from debtor_joints where client_id = $1 and id = $2 for update`, [db.clientId, jointId]);
    if (!joint || ![joint.kept_id, joint.joined_id].includes(theCase.debtorId)) throw new NotFound('DebtorJoint');
    if (joint.separated_at !== null) throw new Refusal('ALREADY_SEPARATED');
    const [kept, joined] = await lockBoth(db, joint.kept_id, joint.joined_id);
    await writeShared(db, kept.id, separatedData(kept.data, joint.kept_after, joint.kept_before), null);
    await writeShared(db, joined.id, separatedData(joined.data, joint.kept_after, joint.joined_before), null);
    await db.rows(`update debtor_joints set separated_by = $3, separated_at = $4 where client_id = $1 and id = $2`, [
      db.clientId,
      jointId,
      ctx.actor.id,
      toDate(db.clock.now()),
    ]);
    await judgeTwins(db, ctx, kept.id, joined.id, null);
    await tell(db, ctx, { caseId, kind: 'debtor.separated', facts: { name: String(joint.joined_before.name) }, clientSees: false });
    await publish(db, exposureChanged(`separated:${jointId}`, [kept.id, joined.id]));
    return { caseId };
  }
}
