import { newId } from '@amiable/kernel';
import { publish, type RequestContext, SETTINGS, type Settings, type TenantDb, UseCase } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { MessageChannel } from '../template/message-facts';
import { Template } from './template.entity';
import { slotOf, textOf } from './template-slot';
import { tryTemplate } from './template-trial';

export interface SendTemplateTestInput {
  readonly templateId: string;
  readonly channel: MessageChannel;
  /** A case to try it on; null: one that is made up. */
  readonly caseReference: string | null;
}

/**
 * Envoi d'essai: a version, as an e-mail or a printed letter, to the address of who asks and to nobody else. No link opens the case, it
 * counts as no contact, and nothing of it stands in the story. Throws NotFound, Forbidden, and what tryTemplate throws.
 */
@Injectable()
export class SendTemplateTest extends UseCase<SendTemplateTestInput, { templateId: string }> {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'PUBLIC_URL' | 'AMIABLE_SECRET'>) {
    super();
  }

  async run(
    ctx: RequestContext,
    db: TenantDb,
    { templateId, channel, caseReference }: SendTemplateTestInput,
  ): Promise<{ templateId: string }> {
    const template = await db.find(Template, templateId);
    ctx.may('edit', template);
    // Tried here too, so that a case it does not fit is refused to who asks, and not to the worker.
    await tryTemplate(db, { slot: slotOf(template), text: textOf(template), channel, caseReference }, this.settings);
    await publish(db, {
      topic: 'template.test',
      key: `template.test:${newId()}`,
      payload: { templateId, channel, caseReference, staffId: ctx.actor.id },
    });
    return { templateId };
  }
}
