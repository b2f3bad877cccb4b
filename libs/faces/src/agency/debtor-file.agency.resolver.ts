import { CorrectDebtor, DismissContact, JudgeMeans, KeepContact, readDebtorFile } from '@amiable/cases';
import { isDebtorLanguage } from '@amiable/identity';
import { NotFound } from '@amiable/kernel';
import { Allowed, BadInput, Ctx, Database, fromGlobalId, toGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';
import { CorrectDebtorInput, DebtorFile, DismissContactInput, JudgeMeansInput, KeepContactInput } from './debtor-file.agency.types';

/** Fiche débiteur of a case: who owes, how to reach him, whom to speak to. */
@Resolver(() => CasePage)
export class DebtorFileAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly screens: CaseScreens,
    private readonly correcting: CorrectDebtor,
    private readonly keeping: KeepContact,
    private readonly dismissing: DismissContact,
    private readonly judging: JudgeMeans,
  ) {}

  @ResolveField(() => DebtorFile)
  async debtorFile(@Ctx() ctx: RequestContext, @Parent() { debtor }: CasePage): Promise<DebtorFile> {
    const { clientId, id } = fromGlobalId('Debtor', debtor.id);
    ctx.enter(clientId);
    const { quality, contacts, means, formerAddresses, ...file } = await this.database.inTenant(clientId, (db) => readDebtorFile(db, id));
    return {
      ...file,
      quality: quality.score,
      missing: [...quality.missing],
      contacts: contacts.map(({ id: contactId, source: _source, language, ...contact }) => ({
        ...contact,
        id: toGlobalId('DebtorContact', clientId, contactId),
        language: language !== null && isDebtorLanguage(language) ? language : null,
      })),
      means: [...means],
      formerAddresses: formerAddresses.map(({ lines, ...address }) => ({ ...address, lines: [...lines] })),
    };
  }

  @Mutation(() => CasePage)
  @Allowed('work', 'Case')
  correctDebtor(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => CorrectDebtorInput }) input: CorrectDebtorInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const { idempotencyKey, ...given } = input;
    const said = <T>(value: T | null | undefined): T | null => value ?? null;
    return this.screens.write(
      ctx,
      clientId,
      this.correcting,
      {
        ...given,
        caseId: id,
        legalForm: said(given.legalForm),
        siren: said(given.siren),
        siret: said(given.siret),
        vatNumber: said(given.vatNumber),
        register: said(given.register),
        iban: said(given.iban),
        bornOn: said(given.bornOn),
        email: said(given.email),
        phone: said(given.phone),
        addressLine: said(given.addressLine),
        postcode: said(given.postcode),
        city: said(given.city),
        prefersFrom: said(given.prefersFrom),
        prefersUntil: said(given.prefersUntil),
      },
      idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('work', 'Case')
  keepContact(@Ctx() ctx: RequestContext, @Args('input', { type: () => KeepContactInput }) input: KeepContactInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const { name, role } = input;
    return this.screens.write(
      ctx,
      clientId,
      this.keeping,
      {
        caseId: id,
        contactId: input.contactId !== null && input.contactId !== undefined ? this.contactOf(clientId, input.contactId) : null,
        expectedVersion: input.expectedVersion ?? null,
        name,
        role,
        language: input.language ?? null,
        email: input.email ?? null,
        phone: input.phone ?? null,
        approvalOrder: input.approvalOrder ?? null,
        approvalNote: input.approvalNote ?? null,
      },
      input.idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('work', 'Case')
  dismissContact(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => DismissContactInput }) input: DismissContactInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const contactId = this.contactOf(clientId, input.contactId);
    return this.screens.write(ctx, clientId, this.dismissing, { caseId: id, contactId }, input.idempotencyKey);
  }

  @Mutation(() => CasePage, { description: 'An e-mail or a number does not reach the debtor, or is used again.' })
  @Allowed('work', 'Case')
  judgeMeans(@Ctx() ctx: RequestContext, @Args('input', { type: () => JudgeMeansInput }) input: JudgeMeansInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const { kind, value, validity, consent } = input;
    if (validity === 'former') throw new BadInput('GOOD, WRONG or BOUNCED', validity, 'validity');
    return this.screens.write(ctx, clientId, this.judging, { caseId: id, kind, value, validity, consent }, input.idempotencyKey);
  }

  /** An id of another client is an id of nothing. */
  private contactOf(clientId: string, contactId: string): string {
    const contact = fromGlobalId('DebtorContact', contactId);
    if (contact.clientId !== clientId) throw new NotFound('DebtorContact');
    return contact.id;
  }
}
