import type { ReadDb } from '@amiable/platform';
import type { Hat, MessageLanguage } from '../template/message-facts';
import type { MessageText, TemplateKey } from '../template/message-texts';

/** A version in service: its words, and which it is. */
export interface ActiveTemplate {
  readonly id: string;
  readonly version: number;
  readonly text: MessageText;
}

interface Speaking {
  readonly clientId: string;
  readonly brandId: string | null;
  readonly hat: Hat;
}

/**
 * The client's own words in service for kinds of message, in one query: those of the brand before those for all brands. A kind that is
 * not in the answer has our standard words.
 */
export async function activeTemplates<Key extends TemplateKey>(
  db: ReadDb,
  { clientId, brandId, hat }: Speaking,
  language: MessageLanguage,
  templates: readonly Key[],
): Promise<Partial<Record<Key, ActiveTemplate>>> {
  const rows = await db.rows<MessageText & { id: string; version: number; template: Key }>(
    `select distinct on (template) template, id, version, subject, preheader, title, body from templates
     where client_id = $1 and (brand_id = $2 or brand_id is null) and template = any($3) and language = $4 and hat = $5 and state = 'active'
     order by template, brand_id nulls last`,
    [clientId, brandId, templates, language, hat],
  );
  return Object.fromEntries(
    rows.map(({ template, id, version, subject, preheader, title, body }) => [
      template,
      { id, version, text: { subject, preheader, title, body } },
    ]),
  ) as Partial<Record<Key, ActiveTemplate>>;
}
