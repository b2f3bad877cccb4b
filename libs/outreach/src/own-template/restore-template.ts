import { Refusal } from '@amiable/kernel';
import { type RequestContext, type TenantDb, UseCase } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { putIntoService } from './activate-template';
import { Template } from './template.entity';
import { holdSlot, newestVersion, requireSound, retire, sameText, slotOf, textOf, versionIn } from './template-slot';
import { keepVersion } from './write-template';

export interface RestoreTemplateInput {
  readonly templateId: string;
}

/**
 * Retour à une version: its words are in service again, as the next version; a draft that waits makes room. Judged as if they were new.
 * Throws NotFound, Forbidden, TemplateRefused, ALREADY_SO (they are in service).
 */
@Injectable()
export class RestoreTemplate extends UseCase<RestoreTemplateInput, { templateId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { templateId }: RestoreTemplateInput): Promise<{ templateId: string }> {
    const before = await db.find(Template, templateId);
    ctx.may('edit', before);
    const slot = slotOf(before);
    await holdSlot(db, slot);
    const active = await versionIn(db, slot, 'active');
    if (active && sameText(active, before)) throw new Refusal('ALREADY_SO');
    await requireSound(db, slot, textOf(before));
    await retire(db, ctx, slot, 'draft');
    const id = await keepVersion(db, ctx, slot, textOf(before), (await newestVersion(db, slot)) + 1, before.version);
    await putIntoService(db, ctx, await db.find(Template, id));
    return { templateId: id };
  }
}
