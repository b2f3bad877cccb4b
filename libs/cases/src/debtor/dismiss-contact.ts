import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { DebtorContact } from './debtor-contact.entity';
import { Debtor } from './debtor.entity';
import { countContacts, known } from './keep-contact';

export interface DismissContactInput {
  readonly caseId: string;
  readonly contactId: string;
}

/** Interlocuteur retiré: he has left or was never there; what was said with him stays in the story. */
@Injectable()
export class DismissContact extends UseCase<DismissContactInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, contactId }: DismissContactInput) {
    const theCase = await db.find(Case, caseId);
    ctx.may('work', theCase);
    const debtor = await db.lock(Debtor, theCase.debtorId);
    const contact = await known(db, debtor, contactId);
    contact.dismissedAt = db.clock.now();
    await db.of(DebtorContact).save(contact);
    await countContacts(db, debtor.id);
    await tell(db, ctx, { caseId, kind: 'contact.dismissed', facts: { name: contact.name }, clientSees: false });
    return { caseId };
  }
}
