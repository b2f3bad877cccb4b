import { newId, Refusal, StaleVersion, toDate } from '@amiable/kernel';
import { publish, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { exposureChanged } from '../debtor/exposure.events';
import { joinedData } from './joined-fields.rules';
import { lockBoth, writeShared } from './joined-rows';

export interface JoinDebtorsInput {
  readonly caseId: string;
  /** The other row of the same debtor. */
  readonly twinId: string;
  /** Keeps the other row's data where both have some, instead of those of the case's debtor. */
  readonly keepsOther: boolean;
  readonly expectedVersion: number;
  readonly twinVersion: number;
}

/**
 * Doublon joint: two rows of one debtor share their data and are one person for contact rules. Cases, invoices, story and ledger stay where
 * they are, so that SeparateDebtors restores all. Throws TWIN_OF_ITSELF, TWINS_OF_DIFFERENT_KINDS, ALREADY_JOINED, StaleVersion, NotFound.
 */
@Injectable()
export class JoinDebtors extends UseCase<JoinDebtorsInput, { caseId: string; jointId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, twinId, keepsOther, expectedVersion, twinVersion }: JoinDebtorsInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('work', theCase);
    if (twinId === theCase.debtorId) throw new Refusal('TWIN_OF_ITSELF');
    const [own, twin] = await lockBoth(db, theCase.debtorId, twinId);
    if (own.version !== expectedVersion) throw new StaleVersion(own.version);
    if (twin.version !== twinVersion) throw new StaleVersion(twin.version);
    if (own.kind !== twin.kind) throw new Refusal('TWINS_OF_DIFFERENT_KINDS');
    const [kept, joined] = keepsOther ? [twin, own] : [own, twin];
    const hasJoined = await db.row(`select 1 from debtors where client_id = $1 and joined_to = $2 limit 1`, [db.clientId, joined.id]);
    if (kept.joinedTo !== null || joined.joinedTo !== null || hasJoined) throw new Refusal('ALREADY_JOINED');
    const after = joinedData(kept.data, joined.data);
    await writeShared(db, kept.id, after, null);
    await writeShared(db, joined.id, after, kept.id);
    const jointId = newId();
    const now = toDate(db.clock.now());
    await db.rows(
      `insert into debtor_joints (client_id, id, kept_id, joined_id, kept_before, joined_before, kept_after, joined_by, joined_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        db.clientId,
        jointId,
        kept.id,
        joined.id,
        JSON.stringify(kept.data),
        JSON.stringify(joined.data),
        JSON.stringify(after),
        ctx.actor.id,
        now,
      ],
    );
    await judgeTwins(db, ctx, kept.id, joined.id, 'joined');
    await tell(db, ctx, { caseId, kind: 'debtor.joined', facts: { name: String(joined.data.name) }, clientSees: false });
    await publish(db, exposureChanged(`joined:${jointId}`, [kept.id, joined.id]));
    return { caseId, jointId };
  }
}

/** Remembers what was decided of two rows; null opens the question again. */
export async function judgeTwins(
  db: TenantDb,
  ctx: RequestContext,
  one: string,
  other: string,
  verdict: 'joined' | 'apart' | null,
): Promise<void> {
  await db.rows(
    `insert into debtor_twins (client_id, debtor_a, debtor_b, reasons, verdict, decided_by, decided_at) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), '{}', $4, $5, $6)
     on conflict (client_id, debtor_a, debtor_b) do update set verdict = excluded.verdict, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [db.clientId, one, other, verdict, ctx.actor.id, toDate(db.clock.now())],
  );
}
