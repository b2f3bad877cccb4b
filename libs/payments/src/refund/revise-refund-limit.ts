import { parseDecimal, toDate } from '@amiable/kernel';
import { Database, type ReadDb, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { RefundRefused } from './refund.errors';

const mostMinor = 100_000_000n;

/** From this amount on a refund takes two persons: whoever asks does not approve. Minor units of any currency. */
export async function refundLimit(db: ReadDb): Promise<bigint> {
  return (await db.row<{ from_minor: bigint }>(`select from_minor from approval_limits where act = 'refund'`))!.from_minor;
}

/** Seuil des quatre yeux: an administrator sets it for the whole house; what was asked for before stays as it was. Throws Forbidden, RefundRefused. */
@Injectable()
export class ReviseRefundLimit {
  constructor(private readonly database: Database) {}

  async run(ctx: RequestContext, amount: string): Promise<bigint> {
    ctx.may('set', 'ApprovalLimit');
    const minor = parseDecimal(amount);
    if (minor < 0n || minor > mostMinor) throw new RefundRefused('LIMIT_OUT_OF_BOUNDS', {}, 'amount');
    await this.database.outsideClients((db) =>
      db.rows(`update approval_limits set from_minor = $1, set_by_name = $2, set_at = $3 where act = 'refund'`, [
        minor.toString(),
        ctx.actor.name,
        toDate(db.clock.now()),
      ]),
    );
    return minor;
  }
}
