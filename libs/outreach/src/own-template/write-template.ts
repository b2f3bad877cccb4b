import { newId, Refusal, StaleVersion, toDate } from '@amiable/kernel';
import { type RequestContext, type TenantDb, UseCase } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { MessageText } from '../template/message-texts';
import { holdSlot, newestVersion, readSlot, requireSound, retire, sameText, type TemplateSlot, tidied, versionIn } from './template-slot';

export interface WriteTemplateInput {
  readonly slot: TemplateSlot;
  readonly text: MessageText;
  /** The newest version on screen; 0 for none. */
  readonly after: number;
}

/**
 * Rédaction d'un modèle: the next version of a client's own words, as a draft that takes the place of the draft before. Nothing is sent
 * with it until it is put into service. Throws Forbidden, NotFound, StaleVersion, TemplateRefused, ALREADY_SO.
 */
@Injectable()
export class WriteTemplate extends UseCase<WriteTemplateInput, { templateId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { slot: asked, text: typed, after }: WriteTemplateInput): Promise<{ templateId: string }> {
    ctx.may('edit', 'Template');
    const slot = await readSlot(db, asked);
    await holdSlot(db, slot);
    const newest = await newestVersion(db, slot);
    if (newest !== after) throw new StaleVersion(newest);
    const text = tidied(typed);
    await requireSound(db, slot, text);
    const current = (await versionIn(db, slot, 'draft')) ?? (await versionIn(db, slot, 'active'));
    if (current && sameText(current, text)) throw new Refusal('ALREADY_SO');
    await retire(db, ctx, slot, 'draft');
    return { templateId: await keepVersion(db, ctx, slot, text, newest + 1) };
  }
}

/** Writes the next version of a slot as a draft. */
export async function keepVersion(
  db: TenantDb,
  ctx: RequestContext,
  { brandId, template, language, hat }: TemplateSlot,
  { subject, preheader, title, body }: MessageText,
  version: number,
  restoredFrom: number | null = null,
): Promise<string> {
  const id = newId();
  await db.rows(
    `insert into templates (client_id, id, brand_id, template, language, hat, version, state, subject, preheader, title, body, restored_from, written_by, written_by_name, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'draft', $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[db.clientId, id, brandId, template, language, hat, version, subject, preheader, title, body, restoredFrom],
      ...[ctx.actor.id, ctx.actor.name, toDate(db.clock.now())],
    ],
  );
  return id;
}
