import { Brand, Client, readAgency } from '@amiable/clients';
import { isDebtorLanguage } from '@amiable/identity';
import type { Row, TenantDb } from '@amiable/platform';
import { BadInput } from '@amiable/platform';
import { NotFound, toDate } from '@amiable/kernel';
import type { RequestContext } from '@amiable/platform';
import { type MessageText, type TemplateKey, templateKeys } from '../template/message-texts';
import type { Template } from './template.entity';
import { TemplateRefused } from './template.errors';
import { faultsOf, refusing, type TemplateKind, type TemplateWorld } from './template-faults.rules';

/** What words are for: a kind of message in a language and a hat, of one brand or of all that have none of their own. */
export interface TemplateSlot extends TemplateKind {
  readonly brandId: string | null;
}

const slotColumns = `client_id = $1 and brand_id is not distinct from $2 and template = $3 and language = $4 and hat = $5`;
const slotParams = (db: TenantDb, { brandId, template, language, hat }: TemplateSlot) => [db.clientId, brandId, template, language, hat];

/** Reads a slot as it comes from outside. Throws BadInput, NotFound (a brand of nobody). */
export async function readSlot(db: TenantDb, slot: TemplateSlot): Promise<TemplateSlot> {
  if (!(templateKeys as readonly string[]).includes(slot.template)) throw new BadInput('TemplateKey', slot.template, 'template');
  if (!isDebtorLanguage(slot.language)) throw new BadInput('DebtorLanguage', slot.language, 'language');
  if (slot.brandId) await db.find(Brand, slot.brandId);
  return slot;
}

/** Holds a slot until the end of the transaction: its versions follow one another. */
export async function holdSlot(db: TenantDb, slot: TemplateSlot): Promise<void> {
  await db.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`template ${slotParams(db, slot).join(' ')}`]);
}

/** The number of the newest version; 0 when nothing was written yet. */
export async function newestVersion(db: TenantDb, slot: TemplateSlot): Promise<number> {
  const row = await db.row<{ version: number }>(
    `select coalesce(max(version), 0)::int as version from templates where ${slotColumns}`,
    slotParams(db, slot),
  );
  return row!.version;
}

/** The version of a slot that is a draft, or in service. */
export async function versionIn(db: TenantDb, slot: TemplateSlot, state: 'draft' | 'active'): Promise<(Row & MessageText) | undefined> {
  return db.row(`select id, version, subject, preheader, title, body from templates where ${slotColumns} and state = $6`, [
    ...slotParams(db, slot),
    state,
  ]);
}

/** Takes the draft, or what is in service, out of the way of what follows it. */
export async function retire(db: TenantDb, ctx: RequestContext, slot: TemplateSlot, state: 'draft' | 'active'): Promise<void> {
  await db.rows(`update templates set state = 'retired', retired_by_name = $7, retired_at = $8 where ${slotColumns} and state = $6`, [
    ...slotParams(db, slot),
    state,
    ctx.actor.name,
    toDate(db.clock.now()),
  ]);
}

/** Names that the words may print as they are written. Throws NotFound. */
export async function worldOf(db: TenantDb): Promise<TemplateWorld> {
  const client = await db.of(Client).findOneBy({ clientId: db.clientId });
  if (!client) throw new NotFound(Client.name);
  const brands = await db.of(Brand).findBy({ clientId: db.clientId });
  const { name } = await readAgency(db);
  return { agencyName: name, names: [client.name, client.legalName, ...brands.map((brand) => brand.name)] };
}

/** Lines end alike, whatever the browser sent; what stands around the words is not theirs. */
export function tidied({ subject, preheader, title, body }: MessageText): MessageText {
  const tidy = (text: string) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t]+$/gm, '')
      .trim();
  return { subject: tidy(subject), preheader: tidy(preheader), title: tidy(title), body: tidy(body) };
}

export const textOf = ({ subject, preheader, title, body }: MessageText): MessageText => ({ subject, preheader, title, body });
export const slotOf = ({ brandId, template, language, hat }: Template): TemplateSlot => ({ brandId, template, language, hat });
export const sameText = (a: MessageText, b: MessageText): boolean => JSON.stringify(textOf(a)) === JSON.stringify(textOf(b));

/** Throws TemplateRefused with the first thing that keeps these words out of service. */
export async function requireSound(
  db: TenantDb,
  kind: TemplateKind & { readonly template: TemplateKey },
  text: MessageText,
): Promise<void> {
  const [first] = refusing(faultsOf(kind, text, await worldOf(db)));
  if (first) throw new TemplateRefused(first);
}
