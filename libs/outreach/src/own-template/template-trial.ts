import { addressOfBrand, Brand, Client, readAgency, rfReferenceOf } from '@amiable/clients';
import { Case } from '@amiable/cases';
import { dayOf, NotFound, toDecimal } from '@amiable/kernel';
import type { Settings, TenantDb } from '@amiable/platform';
import { gatherFacts, type MessageCase, speakerOf, themeOf } from '../message/gather-facts';
import { loadMessageCase } from '../message/load-message-case';
import type { MessageChannel, MessageFacts } from '../template/message-facts';
import { sampleMessageFacts } from '../template/message-facts.factory';
import type { MessageText, TemplateKey } from '../template/message-texts';
import { type RenderedEmail, type RenderedLetter, renderMessage } from '../template/render-message';
import { TemplateNeedsBrand, TemplateOfOtherBrand, TemplateOfOtherHat } from './template.errors';
import type { TemplateSlot } from './template-slot';

/** Registered to nobody: what is only tried must not be payable. */
const sampleIban = 'FR4812345678901234567890123';
const nobody = '0000-0000-0000';

export interface TemplateTrialWish {
  readonly slot: TemplateSlot;
  readonly text: MessageText;
  readonly channel: MessageChannel;
  /** A case of the client to try the words on; null: one that is made up. */
  readonly caseReference: string | null;
}

/** A message as it would leave with these words, and who would speak. */
export interface TemplateTrial {
  readonly message: RenderedEmail | RenderedLetter;
  readonly speaking: Pick<MessageCase, 'theCase' | 'brand' | 'agency'>;
}

/**
 * Tries words that are not in service: nothing is written, no link is made, nobody is told.
 * Throws NotFound (no such case), TemplateOfOtherHat, TemplateOfOtherBrand, TemplateNeedsBrand, and what renderMessage throws.
 */
export async function tryTemplate(
  db: TenantDb,
  { slot, text, channel, caseReference }: TemplateTrialWish,
  settings: Pick<Settings, 'PUBLIC_URL' | 'AMIABLE_SECRET'>,
): Promise<TemplateTrial> {
  const { template, language } = slot;
  const { facts, speaking } = caseReference
    ? await factsOfCase(db, slot, caseReference, settings)
    : await madeUpFacts(db, slot, settings.PUBLIC_URL);
  return { message: renderMessage({ template, channel, language, facts, theme: themeOf(speaking), text }), speaking };
}

async function factsOfCase(db: TenantDb, slot: TemplateSlot, typed: string, settings: Pick<Settings, 'PUBLIC_URL' | 'AMIABLE_SECRET'>) {
  const found = await db.row<{ id: string }>(`select id from cases where client_id = $1 and reference = $2`, [
    db.clientId,
    typed.trim().toUpperCase(),
  ]);
  if (!found) throw new NotFound(Case.name);
  const known = await loadMessageCase(db, found.id);
  const { reference, hat, brandId } = known.theCase;
  if (hat !== slot.hat) throw new TemplateOfOtherHat(reference);
  if (slot.brandId !== null && slot.brandId !== brandId) throw new TemplateOfOtherBrand(reference);
  const payment = await lastPayment(db, known);
  const facts = await gatherFacts(
    db,
    known,
    { reference: 'M-…', linkToken: null, note: sampleNote(slot), ...(payment && { payment }) },
    settings,
  );
  return { facts, speaking: known };
}

/** The last payment of a case: what a receipt would be for. */
async function lastPayment(db: TenantDb, { theCase }: MessageCase): Promise<MessageFacts['payment']> {
  const row = await db.row<{ receipt_number: string; amount_minor: bigint; effective_on: string; method: string; currency: string }>(
    `select receipt_number, amount_minor, effective_on, method, currency from movements
     where client_id = $1 and case_id = $2 and kind = 'payment' and receipt_number is not null order by id desc limit 1`,
    [db.clientId, theCase.id],
  );
  if (!row) return null;
  const money = (minor: bigint) => ({ amount: toDecimal(minor), currency: row.currency });
  const method = (row.method === 'direct' ? 'other' : row.method) as NonNullable<MessageFacts['payment']>['method'];
  const openAfter = money(theCase.openMinor > 0n ? theCase.openMinor : 0n);
  return { receiptNumber: row.receipt_number, amount: money(row.amount_minor), on: row.effective_on, method, openAfter };
}

/** A case of nobody under the brand that would speak: the slot's, or the client's first. */
async function madeUpFacts(db: TenantDb, slot: TemplateSlot, publicUrl: string) {
  const brand = slot.brandId
    ? await db.find(Brand, slot.brandId)
    : await db.of(Brand).findOne({ where: { clientId: db.clientId }, order: { createdAt: 'asc', id: 'asc' } });
  if (!brand) throw new TemplateNeedsBrand();
  const speaking = {
    theCase: { hat: slot.hat } as Case, // of a case that is nobody's only the hat is asked
    brand,
    client: await db.of(Client).findOneByOrFail({ clientId: db.clientId }),
    agency: await readAgency(db),
  };
  const address = addressOfBrand(brand, publicUrl);
  const speaker = speakerOf(speaking);
  const sample = sampleMessageFacts(slot.hat);
  const facts: MessageFacts = {
    ...sample,
    brand: {
      name: brand.name,
      logo: brand.logo,
      logoMail: brand.logoMail,
      address: `${brand.addressLine}, ${brand.postcode} ${brand.city}`,
      phone: brand.phone,
      email: brand.replyTo,
      website: brand.website,
      font: brand.font,
    },
    speaker,
    case: {
      ...sample.case,
      reference: nobody,
      accessCode: 'XXXXX-XXXXX',
      link: `${address}/`,
      enterAddress: `${address.replace(/^https?:\/\//, '')}/enter`,
      verifyAddress: `${address}/verify`,
    },
    transfer: {
      holder: speaker.agency?.name ?? brand.bankHolder ?? brand.name,
      iban: sampleIban,
      bic: 'AGRIFRPPXXX',
      reference: rfReferenceOf(nobody),
      qrDataUri: null,
    },
    today: dayOf(db.clock).toString(),
    payBy: dayOf(db.clock).add({ days: 8 }).toString(),
    note: sampleNote(slot),
  };
  return { facts, speaking };
}

/** Where a collector's own words would stand. Messages of the machine have none. */
function sampleNote({ template, language }: TemplateSlot): string | null {
  return handWritten.includes(template) ? sampleNotes[language] : null;
}
const handWritten: readonly TemplateKey[] = ['free_message', 'answer_reply'];
const sampleNotes: Readonly<Record<TemplateSlot['language'], string>> = {
  fr: 'Ici, les mots du chargé de recouvrement.',
  en: 'Here, the words of the collector.',
  de: 'Hier stehen die Worte der Sachbearbeitung.',
  es: 'Aquí, las palabras de la persona que lleva el expediente.',
  it: 'Qui, le parole di chi segue la pratica.',
  nl: 'Hier staan de woorden van de behandelaar.',
};
