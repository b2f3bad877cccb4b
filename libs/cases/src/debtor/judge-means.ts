import { dayOf, Refusal, toDate } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { Debtor } from './debtor.entity';
import { spreadToJoined } from '../twin/joined-rows';
import { recordMeans, type MeansConsent, type MeansKind } from './record-means';

export interface JudgeMeansInput {
  readonly caseId: string;
  readonly kind: MeansKind;
  readonly value: string;
  /** It reaches the debtor and is used, somebody else has it, or it sends everything back. */
  readonly validity: 'good' | 'wrong' | 'bounced';
  readonly consent: MeansConsent;
}

/**
 * Moyen de contact jugé: a number or an e-mail that does not reach the debtor is used no more; one that does becomes the one in use.
 * Throws MEANS_UNKNOWN for a value that is not among those of this debtor.
 */
@Injectable()
export class JudgeMeans extends UseCase<JudgeMeansInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, kind, value, validity, consent }: JudgeMeansInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('work', theCase);
    const debtor = await db.lock(Debtor, theCase.debtorId);
    const isUsed = debtor[kind] === value;
    const listed = await db.row(`select 1 from contact_means where client_id = $1 and debtor_id = $2 and kind = $3 and value = $4`, [
      db.clientId,
      debtor.id,
      kind,
      value,
    ]);
    if (!isUsed && !listed) throw new Refusal('MEANS_UNKNOWN', {}, 'value');
    await recordMeans(db, ctx, debtor.id, [{ kind, value, validity }]);
    await db.rows(
      `update contact_means set consent = $5, consent_on = case when consent = $5 then consent_on when $5 = 'unknown' then null else $6::date end, judged_at = $7
       where client_id = $1 and debtor_id = $2 and kind = $3 and value = $4`,
      [db.clientId, debtor.id, kind, value, consent, dayOf(db.clock).toString(), toDate(db.clock.now())],
    );
    const isUsable = validity === 'good' && consent !== 'refused';
    if (isUsable !== isUsed) {
      debtor[kind] = isUsable ? value : null;
      await db.of(Debtor).save(debtor);
      await spreadToJoined(db, debtor.id);
    }
    await tell(db, ctx, { caseId, kind: 'means.judged', facts: { kind, validity, consent }, clientSees: false });
    return { caseId };
  }
}
