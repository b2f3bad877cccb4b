import { NotFound, newId, Refusal, StaleVersion } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { TextMissing } from '../case/case.errors';
import { DebtorContact, type ContactRole } from './debtor-contact.entity';
import { joinedIds } from '../twin/joined-ids.sql';
import { Debtor } from './debtor.entity';
import { DebtorFieldRefused, emailOf, phoneOf, textOf } from './debtor-fields.rules';

export interface KeepContactInput {
  readonly caseId: string;
  /** Null for somebody new. */
  readonly contactId: string | null;
  readonly expectedVersion: number | null;
  readonly name: string;
  readonly role: ContactRole;
  readonly language: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly approvalOrder: number | null;
  readonly approvalNote: string | null;
}

/** Interlocuteur: somebody at the debtor's is written down or corrected. Throws StaleVersion, CONTACTS_OF_COMPANIES_ONLY, TextMissing, DebtorFieldRefused. */
@Injectable()
export class KeepContact extends UseCase<KeepContactInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: KeepContactInput) {
    const theCase = await db.find(Case, input.caseId);
    ctx.may('work', theCase);
    const debtor = await db.lock(Debtor, theCase.debtorId);
    // What a private person owes is nobody else's business (GDPR 5.1 f).
    if (debtor.kind === 'person') throw new Refusal('CONTACTS_OF_COMPANIES_ONLY');
    const contact = input.contactId === null ? fresh(ctx, db, debtor) : await known(db, debtor, input.contactId);
    if (input.contactId !== null && contact.version !== input.expectedVersion) throw new StaleVersion(contact.version);
    const name = textOf(input.name, 120);
    if (!name) throw new TextMissing('name');
    if (input.approvalOrder !== null && !(Number.isInteger(input.approvalOrder) && input.approvalOrder >= 1 && input.approvalOrder <= 9))
      throw new DebtorFieldRefused('APPROVAL_ORDER_INVALID', 'approvalOrder', String(input.approvalOrder));
    Object.assign(contact, {
      name,
      role: input.role,
      language: input.language,
      email: emailOf(input.email),
      phone: phoneOf(input.phone, debtor.country),
      approvalOrder: input.approvalOrder,
      approvalNote: textOf(input.approvalNote, 500),
    });
    await db.of(DebtorContact).save(contact);
    await countContacts(db, debtor.id);
    await tell(db, ctx, { caseId: input.caseId, kind: 'contact.kept', facts: { name, role: input.role }, clientSees: false });
    return { caseId: input.caseId };
  }
}

function fresh(ctx: RequestContext, db: TenantDb, debtor: Debtor): DebtorContact {
  const own = { clientId: db.clientId, id: newId(), debtorId: debtor.id, source: 'typed', recordedBy: ctx.actor.id } as const;
  return db.of(DebtorContact).create({ ...own, recordedAt: db.clock.now(), dismissedAt: null });
}

/** Somebody of this debtor, of whichever of its joined rows, who was not taken off. Throws NotFound. */
export async function known(db: TenantDb, debtor: Debtor, contactId: string): Promise<DebtorContact> {
  const contact = await db.lock(DebtorContact, contactId);
  const isOurs = await db.row(`${joinedIds('$1', '$2')} and g.id = $3`, [db.clientId, debtor.id, contact.debtorId]);
  if (!isOurs || contact.dismissedAt !== null) throw new NotFound('DebtorContact');
  return contact;
}

/** Keeps how many people are known, which the completeness of the file counts. */
export async function countContacts(db: TenantDb, debtorId: string): Promise<void> {
  await db.rows(
    `update debtors d set contacts = n.n, version = d.version + 1
     from (select count(*)::int as n from debtor_contacts c where c.client_id = $1 and c.debtor_id in (${joinedIds('$1', '$2')}) and c.dismissed_at is null) n
     where d.client_id = $1 and d.id in (${joinedIds('$1', '$2')}) and d.contacts <> n.n`,
    [db.clientId, debtorId],
  );
}
