import { requireMove } from '@amiable/kernel';
import { type RequestContext, type TenantDb, UseCase } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Template } from './template.entity';
import { templateStates } from './template.states';
import { holdSlot, retire, slotOf } from './template-slot';

export interface WithdrawTemplateInput {
  readonly templateId: string;
}

/**
 * Retrait d'un modèle: what was in service is retired, and messages leave with the words for all brands or our standard ones; a draft is
 * dropped unused. Throws NotFound, Forbidden, NoSuchTransition (retired already).
 */
@Injectable()
export class WithdrawTemplate extends UseCase<WithdrawTemplateInput, { templateId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { templateId }: WithdrawTemplateInput): Promise<{ templateId: string }> {
    const slot = slotOf(await db.find(Template, templateId));
    await holdSlot(db, slot);
    const template = await db.lock(Template, templateId);
    ctx.may('edit', template);
    requireMove(templateStates, template.state, 'retired');
    await retire(db, ctx, slot, template.state === 'draft' ? 'draft' : 'active');
    return { templateId };
  }
}
