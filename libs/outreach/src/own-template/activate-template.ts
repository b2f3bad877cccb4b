import { requireMove, toDate } from '@amiable/kernel';
import { type RequestContext, type TenantDb, UseCase } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Template } from './template.entity';
import { templateStates } from './template.states';
import { holdSlot, requireSound, retire, slotOf, textOf } from './template-slot';

export interface ActivateTemplateInput {
  readonly templateId: string;
}

/**
 * Mise en service d'un modèle: every message that leaves from now on is written with it, and the version before is retired. Judged again,
 * as the law we know may have grown since it was written. Throws NotFound, Forbidden, NoSuchTransition, TemplateRefused.
 */
@Injectable()
export class ActivateTemplate extends UseCase<ActivateTemplateInput, { templateId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { templateId }: ActivateTemplateInput): Promise<{ templateId: string }> {
    const slot = slotOf(await db.find(Template, templateId));
    await holdSlot(db, slot);
    const template = await db.lock(Template, templateId);
    ctx.may('edit', template);
    requireMove(templateStates, template.state, 'active');
    await requireSound(db, slot, textOf(template));
    await putIntoService(db, ctx, template);
    return { templateId };
  }
}

/** What was in service makes room, in the same transaction. */
export async function putIntoService(
  db: TenantDb,
  ctx: RequestContext,
  template: Pick<Template, 'id'> & Parameters<typeof slotOf>[0],
): Promise<void> {
  await retire(db, ctx, slotOf(template), 'active');
  await db.rows(`update templates set state = 'active', activated_by_name = $3, activated_at = $4 where client_id = $1 and id = $2`, [
    db.clientId,
    template.id,
    ctx.actor.name,
    toDate(db.clock.now()),
  ]);
}
