import { NotFound, Refusal } from '@amiable/kernel';
import {
  ActivateTemplate,
  faultsOf,
  type MessageText,
  readSlot,
  RestoreTemplate,
  SendTemplateTest,
  slotOf,
  Template,
  type TemplateSlot,
  tryTemplate,
  WithdrawTemplate,
  worldOf,
  WriteTemplate,
} from '@amiable/outreach';
import {
  Allowed,
  Ctx,
  Database,
  fromGlobalId,
  Performer,
  type RequestContext,
  SETTINGS,
  type Settings,
  type TenantDb,
  type UseCase,
} from '@amiable/platform';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { readTemplateDesk, readTemplateEditor } from './template.agency.queries';
import {
  SendTemplateTestInput,
  TemplateDesk,
  TemplateEditor,
  type TemplateFault,
  TemplateInput,
  TemplateTrial,
  TemplateTrialInput,
  TemplateVersionInput,
  WriteTemplateInput,
} from './template.agency.types';

/** Modèles: the words of a client's messages, written, tried, put into service and taken back. */
@Resolver(() => TemplateEditor)
export class TemplateAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly writing: WriteTemplate,
    private readonly activating: ActivateTemplate,
    private readonly restoring: RestoreTemplate,
    private readonly withdrawing: WithdrawTemplate,
    private readonly testing: SendTemplateTest,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Query(() => TemplateDesk, { description: 'What a client has of its own; all other messages are written with the standard words.' })
  @Allowed('edit', 'Template')
  templates(@Ctx() ctx: RequestContext, @Args('clientId', { type: () => ID }) clientId: string): Promise<TemplateDesk> {
    return this.database.inTenant(ctx.enter(fromGlobalId('Client', clientId).clientId), readTemplateDesk);
  }

  @Query(() => TemplateEditor)
  @Allowed('edit', 'Template')
  template(@Ctx() ctx: RequestContext, @Args('input', { type: () => TemplateInput }) input: TemplateInput): Promise<TemplateEditor> {
    const { clientId, slot } = slotOfInput(input);
    return this.editor(ctx.enter(clientId), slot);
  }

  @Query(() => TemplateTrial, { description: 'Words tried on a case of the client or on one that is made up; nothing is written.' })
  @Allowed('edit', 'Template')
  templateTrial(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => TemplateTrialInput }) input: TemplateTrialInput,
  ): Promise<TemplateTrial> {
    const { clientId, slot } = slotOfInput(input);
    const { channel } = input;
    return this.database.inTenant(ctx.enter(clientId), async (db) => {
      await readSlot(db, slot);
      const text = textAsTyped(input.text);
      const faults = faultsOf(slot, text, await worldOf(db)).map(shown);
      const tried = await this.tried(db, { slot, text, channel, caseReference: input.caseReference?.trim() || null });
      return { faults, ...tried };
    });
  }

  @Mutation(() => TemplateEditor, { description: 'The next version of the words, as a draft.' })
  @Allowed('edit', 'Template')
  async writeTemplate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => WriteTemplateInput }) input: WriteTemplateInput,
  ): Promise<TemplateEditor> {
    const { clientId, slot } = slotOfInput(input);
    const { text, after, idempotencyKey } = input;
    await this.performer.perform(ctx, clientId, this.writing, { slot, text: { ...text }, after }, idempotencyKey);
    return this.editor(clientId, slot);
  }

  @Mutation(() => TemplateEditor, { description: 'Puts a draft into service: what leaves from now on is written with it.' })
  @Allowed('edit', 'Template')
  activateTemplate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => TemplateVersionInput }) input: TemplateVersionInput,
  ): Promise<TemplateEditor> {
    return this.onVersion(ctx, this.activating, input);
  }

  @Mutation(() => TemplateEditor, { description: 'Puts the words of an earlier version into service again, as the next version.' })
  @Allowed('edit', 'Template')
  restoreTemplate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => TemplateVersionInput }) input: TemplateVersionInput,
  ): Promise<TemplateEditor> {
    return this.onVersion(ctx, this.restoring, input);
  }

  @Mutation(() => TemplateEditor, { description: 'Takes a version out of service, for the standard words; or drops a draft.' })
  @Allowed('edit', 'Template')
  withdrawTemplate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => TemplateVersionInput }) input: TemplateVersionInput,
  ): Promise<TemplateEditor> {
    return this.onVersion(ctx, this.withdrawing, input);
  }

  @Mutation(() => Boolean, { description: 'Sends a version to the address of who asks, and to nobody else.' })
  @Allowed('edit', 'Template')
  async sendTemplateTest(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => SendTemplateTestInput }) { templateId, channel, caseReference, idempotencyKey }: SendTemplateTestInput,
  ): Promise<boolean> {
    const { clientId, id } = fromGlobalId('Template', templateId);
    const wish = { templateId: id, channel, caseReference: caseReference?.trim() || null };
    await this.performer.perform(ctx, clientId, this.testing, wish, idempotencyKey);
    return true;
  }

  private async onVersion(
    ctx: RequestContext,
    useCase: UseCase<{ templateId: string }, { templateId: string }>,
    { templateId, idempotencyKey }: TemplateVersionInput,
  ): Promise<TemplateEditor> {
    const { clientId, id } = fromGlobalId('Template', templateId);
    await this.performer.perform(ctx, clientId, useCase, { templateId: id }, idempotencyKey);
    return this.database.inTenant(clientId, async (db) => readTemplateEditor(db, slotOf(await db.find(Template, id))));
  }

  private editor(clientId: string, slot: TemplateSlot): Promise<TemplateEditor> {
    return this.database.inTenant(clientId, (db) => readTemplateEditor(db, slot));
  }

  private async tried(db: TenantDb, wish: Parameters<typeof tryTemplate>[1]): Promise<Omit<TemplateTrial, 'faults'>> {
    try {
      const { message } = await tryTemplate(db, wish, this.settings);
      return message.channel === 'email'
        ? { refusal: null, subject: message.subject, html: message.html, plainText: message.text }
        : { refusal: null, subject: message.title, html: message.html, plainText: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { refusal: error instanceof NotFound ? 'TEMPLATE_CASE_UNKNOWN' : error.code, subject: null, html: '', plainText: null };
    }
  }
}

/** Throws NotFound: a brand of another client is none. */
function slotOfInput({ clientId, brandId, template, language, hat }: TemplateInput): { clientId: string; slot: TemplateSlot } {
  const client = fromGlobalId('Client', clientId);
  const brand = brandId === null || brandId === undefined ? null : fromGlobalId('Brand', brandId);
  if (brand && brand.clientId !== client.clientId) throw new NotFound('Brand');
  return { clientId: client.clientId, slot: { brandId: brand?.id ?? null, template, language, hat } };
}

/** As it stands in the editor, so that what is found is found where it stands; only line ends are made alike. */
function textAsTyped({ subject, preheader, title, body }: MessageText): MessageText {
  const alike = (words: string) => words.replace(/\r\n?/g, '\n');
  return { subject: alike(subject), preheader: alike(preheader), title: alike(title), body: alike(body) };
}

const shown = ({ mend, ...fault }: ReturnType<typeof faultsOf>[number]): TemplateFault => ({
  ...fault,
  mend: mend && { from: mend.from, to: mend.to, offer: mend.text },
});
