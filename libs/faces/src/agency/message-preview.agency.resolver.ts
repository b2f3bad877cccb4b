import { Refusal } from '@amiable/kernel';
import {
  batchCloseAfter,
  canJudge,
  gatherFacts,
  languageOfDebtor,
  type LintFinding,
  lintMessage,
  loadMessageCase,
  MessageRefused,
  messageTemplates,
  ownWords,
  readLintContext,
  renderMessage,
  themeOf,
  undoSeconds,
  wordedBy,
} from '@amiable/outreach';
import { Allowed, Ctx, Database, fromGlobalId, SETTINGS, type RequestContext, type Settings } from '@amiable/platform';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type LintFindingOfText, MessagePreview } from './money.agency.types';

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
    @Args('note', { type: () => String, nullable: true, description: 'Words added by hand: they are shown in the message and looked at.' })
    note?: string | null,
  ): Promise<MessagePreview> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, async (db) => {
      const known = await loadMessageCase(db, id);
      const words = note?.slice(0, 4_000) || null;
      // Before the due day only a scenario writes; what it proposes can be looked at.
      const chosen = [...messageTemplates, { key: 'before_due', template: 'before_due', channel: 'email' } as const].find(
        (t) => t.key === template,
      );
      if (!chosen) throw new MessageRefused('UNKNOWN_TEMPLATE', { value: template.slice(0, 100) }, 'template');
      const { channel } = chosen;
      const facts = await gatherFacts(db, known, { reference: 'M-…', linkToken: null, note: words }, this.settings);
      const findings = words ? lintMessage(words, await readLintContext(db, known.theCase)).map(shown) : [];
      const now = db.clock.now();
      const leavesAt = (channel === 'letter' ? batchCloseAfter(now) : now.add({ seconds: undoSeconds })).toString();
      const recipient = channel === 'email' ? known.debtor.email : [known.debtor.name, ...facts.debtor.addressLines].join(', ');
      const language = languageOfDebtor(known);
      const spoken = { language, isJudged: canJudge(language) };
      try {
        const { [chosen.template]: own } = await ownWords(db, known, language, facts, chosen.template);
        const common = { template: chosen.template, language, facts, theme: themeOf(known), ...wordedBy(own) } as const;
        const said = { ...spoken, templateVersion: own?.version ?? null };
        if (channel === 'letter') {
          const letter = renderMessage({ ...common, channel: 'letter' });
          return { ...said, channel, subject: letter.title, html: letter.html, recipient, refusal: null, findings, leavesAt };
        }
        const email = renderMessage({ ...common, channel: 'email' });
        return { ...said, channel, subject: email.subject, html: email.html, recipient, refusal: null, findings, leavesAt };
      } catch (error) {
        if (error instanceof Refusal)
          return { ...spoken, templateVersion: null, channel, subject: null, html: '', recipient, refusal: error.code, findings, leavesAt };
        throw error;
      }
    });
  }
}

const shown = ({ code, article, severity, excerpt, mend }: LintFinding): LintFindingOfText => ({
  code,
  article,
  refuses: severity === 'refuse',
  excerpt,
  from: mend.from,
  to: mend.to,
  offer: mend.text,
});
