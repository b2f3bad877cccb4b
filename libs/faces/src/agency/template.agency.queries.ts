import { Brand } from '@amiable/clients';
import { NotFound } from '@amiable/kernel';
import {
  activeTemplates,
  canJudge,
  fieldsOffered,
  type Hat,
  messageParts,
  messageTexts,
  templateDemands,
  templateKeys,
  type TemplateSlot,
} from '@amiable/outreach';
import { toGlobalId, type Row, type TenantDb } from '@amiable/platform';
import type { TemplateDesk, TemplateEditor, TemplateVersion } from './template.agency.types';

/** What a client has of its own, one statement. Throws NotFound. */
export async function readTemplateDesk(db: TenantDb): Promise<TemplateDesk> {
  const row = await db.row<{ name: string; hat: Hat | null; brands: Row[]; own: Row[] }>(
    `select cl.name, (select hat from mandates where client_id = $1 order by created_at desc, version desc limit 1) as hat,
       (select coalesce(json_agg(b order by b.name), '[]') from (select id, name from brands where client_id = $1) b) as brands,
       (select coalesce(json_agg(o), '[]') from (
          select brand_id, template, language, hat, max(version) filter (where state = 'active') as active, max(version) filter (where state = 'draft') as draft,
            max(written_at) as at, (array_agg(written_by_name order by version desc))[1] as by
          from templates where client_id = $1 and state <> 'retired' group by brand_id, template, language, hat) o) as own
     from clients cl where cl.client_id = $1`,
    [db.clientId],
  );
  if (!row) throw new NotFound('Client');
  return {
    clientId: toGlobalId('Client', db.clientId, db.clientId),
    clientName: row.name,
    brands: row.brands.map(({ id, name }) => ({ id: toGlobalId('Brand', db.clientId, id), name })),
    hat: row.hat ?? 'client_name',
    kinds: templateKeys.map((template) => ({ template, tone: templateDemands[template].tone })),
    own: row.own.map(({ brand_id, template, language, hat, active, draft, at, by }) => ({
      brandId: brand_id && toGlobalId('Brand', db.clientId, brand_id),
      template,
      language,
      hat,
      activeVersion: active,
      draftVersion: draft,
      changedAt: new Date(at).toISOString(),
      changedBy: by,
    })),
  };
}

/** One kind of message with its versions, and what it would be written with if it had none. Throws NotFound. */
export async function readTemplateEditor(db: TenantDb, slot: TemplateSlot): Promise<TemplateEditor> {
  const { brandId, template, language, hat } = slot;
  const client = await db.row<{ name: string }>(`select name from clients where client_id = $1`, [db.clientId]);
  if (!client) throw new NotFound('Client');
  const brand = brandId ? await db.find(Brand, brandId) : null;
  const versions = await db.rows(
    `select t.*, (select count(*)::int from messages m where m.client_id = t.client_id and m.template_id = t.id and m.state = 'sent') as sent
     from templates t where client_id = $1 and brand_id is not distinct from $2 and template = $3 and language = $4 and hat = $5
     order by version desc limit 30`,
    [db.clientId, brandId, template, language, hat],
  );
  // For a brand, what it would have without its own are the words for all brands.
  const others = brandId ? await activeTemplates(db, { clientId: db.clientId, brandId: null, hat }, language, [template]) : {};
  const { parts, tone } = templateDemands[template];
  return {
    clientId: toGlobalId('Client', db.clientId, db.clientId),
    clientName: client.name,
    brand: brand && { id: toGlobalId('Brand', db.clientId, brand.id), name: brand.name },
    template,
    language,
    hat,
    tone,
    isJudged: canJudge(language),
    standard: others[template]?.text ?? messageTexts[language][template],
    newest: versions[0]?.version ?? 0,
    versions: versions.map((row) => versionOf(db.clientId, row)),
    fields: fieldsOffered(hat).map(({ name, insert, needs }) => ({ name, insert, isOptional: needs !== null })),
    parts: messageParts.map((name) => ({ name, isNeeded: parts.some(([first]) => first === name) })),
  };
}

const instant = (value: Date | null): string | null => value && value.toISOString();

function versionOf(clientId: string, row: Row): TemplateVersion {
  const { subject, preheader, title, body } = row;
  return {
    id: toGlobalId('Template', clientId, row.id),
    version: row.version,
    state: row.state,
    text: { subject, preheader, title, body },
    restoredFrom: row.restored_from,
    writtenBy: row.written_by_name,
    writtenAt: instant(row.written_at)!,
    activatedBy: row.activated_by_name,
    activatedAt: instant(row.activated_at),
    retiredBy: row.retired_by_name,
    retiredAt: instant(row.retired_at),
    sent: row.sent,
  };
}
