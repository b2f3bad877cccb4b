import { Refusal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { judgeTwins } from './join-debtors';
import { lockBoth } from './joined-rows';

export interface TellTwinsApartInput {
  readonly caseId: string;
  readonly twinId: string;
}

/** « Ce n’est pas le même »: the two are never proposed again. Throws TWIN_OF_ITSELF, ALREADY_JOINED, NotFound. */
@Injectable()
export class TellTwinsApart extends UseCase<TellTwinsApartInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, twinId }: TellTwinsApartInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('work', theCase);
    if (twinId === theCase.debtorId) throw new Refusal('TWIN_OF_ITSELF');
    const [own, twin] = await lockBoth(db, theCase.debtorId, twinId);
    if (own.joinedTo === twin.id || twin.joinedTo === own.id) throw new Refusal('ALREADY_JOINED');
    await judgeTwins(db, ctx, own.id, twin.id, 'apart');
    return { caseId };
  }
}
