import { Refusal } from '@amiable/kernel';
import { gatherFacts, loadMessageCase, MessageRefused, messageTemplates, renderMessage, themeOf } from '@amiable/outreach';
import { Allowed, Ctx, Database, fromGlobalId, SETTINGS, type RequestContext, type Settings } from '@amiable/platform';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { MessagePreview } from './money.agency.types';

/** The message as it would leave now, in the brand; nothing is written and no link is made. */
@Resolver()
export class MessagePreviewAgencyResolver {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Query(() => MessagePreview, { description: 'The message as it would leave now: subject and HTML in the brand.' })
  @Allowed('contact', 'Case')
  async messagePreview(
    @Ctx() ctx: RequestContext,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('template', { type: () => String }) template: string,
  ): Promise<MessagePreview> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, async (db) => {
      const known = await loadMessageCase(db, id);
      const channel = messageTemplates.find((t) => t.key === template)?.channel;
      if (!channel) throw new MessageRefused('UNKNOWN_TEMPLATE', { value: template.slice(0, 100) }, 'template');
      const facts = await gatherFacts(db, known, { reference: 'M-…', linkToken: null, note: null }, this.settings);
      const recipient = channel === 'email' ? known.debtor.email : [known.debtor.name, ...facts.debtor.addressLines].join(', ');
      const language = known.debtor.language === 'en' ? 'en' : 'fr';
      try {
        const common = { template: template as never, language, facts, theme: themeOf(known) } as const;
        if (channel === 'letter') {
          const letter = renderMessage({ ...common, channel: 'letter' });
          return { channel, subject: letter.title, html: letter.html, recipient, refusal: null };
        }
        const email = renderMessage({ ...common, channel: 'email' });
        return { channel, subject: email.subject, html: email.html, recipient, refusal: null };
      } catch (error) {
        if (error instanceof Refusal) return { channel, subject: null, html: '', recipient, refusal: error.code };
        throw error;
      }
    });
  }
}
