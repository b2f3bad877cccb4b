import { dayOf, StaleVersion, Temporal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Case } from '../case/case.entity';
import { TextMissing } from '../case/case.errors';
import { Debtor } from './debtor.entity';
import { DebtorFieldRefused, emailOf, ibanOf, phoneOf, postcodeOf, sirenOf, siretOf, textOf, vatNumberOf } from './debtor-fields.rules';
import { findTwins } from '../twin/find-twins';
import { spreadToJoined } from '../twin/joined-rows';
import { recordMeans } from './record-means';

export interface CorrectDebtorInput {
  readonly caseId: string;
  /** The version of the debtor's file that the form was opened on. */
  readonly expectedVersion: number;
  readonly name: string;
  readonly legalForm: string | null;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly register: string | null;
  /** Null leaves the account that is known, an empty text takes it away. */
  readonly iban: string | null;
  readonly bornOn: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly addressLine: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string;
  readonly language: string;
  readonly prefersFrom: string | null;
  readonly prefersUntil: string | null;
  /** A letter to this address came back. */
  readonly addressReturned: boolean;
}

/**
 * Fiche débiteur corrigée: every field is checked and written in its usual form; what was there before is kept as former.
 * Throws StaleVersion and a DebtorFieldRefused that names the field, what was found and what would be right.
 */
@Injectable()
export class CorrectDebtor extends UseCase<CorrectDebtorInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: CorrectDebtorInput) {
    const theCase = await db.find(Case, input.caseId);
    ctx.may('work', theCase);
    const debtor = await db.lock(Debtor, theCase.debtorId);
    if (debtor.version !== input.expectedVersion) throw new StaleVersion(debtor.version);
    const before = { ...debtor };
    Object.assign(debtor, checked(debtor, input, dayOf(db.clock)));
    debtor.contactDoubtfulAt = null; // somebody has looked
    const changed = fields.filter((name) => String(before[name] ?? '') !== String(debtor[name] ?? ''));
    await db.of(Debtor).save(debtor);
    // An address that is replaced has not come back yet: the database forgets the day of the former one.
    await recordMeans(db, ctx, debtor.id, [
      ...(debtor.email && changed.includes('email') ? [{ kind: 'email' as const, value: debtor.email }] : []),
      ...(debtor.phone && changed.includes('phone') ? [{ kind: 'phone' as const, value: debtor.phone }] : []),
    ]);
    await spreadToJoined(db, debtor.id);
    await findTwins(db, [debtor.id]);
    if (changed.length > 0)
      await tell(db, ctx, { caseId: input.caseId, kind: 'debtor.corrected', facts: { fields: changed }, clientSees: false });
    return { caseId: input.caseId };
  }
}

const fields = [
  'name',
  'legalForm',
  'siren',
  'siret',
  'vatNumber',
  'register',
  'iban',
  'bornOn',
  'email',
  'phone',
  'addressLine',
  'postcode',
  'city',
  'country',
  'language',
  'prefersFrom',
  'prefersUntil',
  'addressReturnedOn',
] as const satisfies ReadonlyArray<keyof Debtor>;

/** The fields as they are kept. A SIREN that is not given is read from the SIRET or the French VAT number. */
function checked(debtor: Debtor, input: CorrectDebtorInput, today: Temporal.PlainDate): Partial<Debtor> {
  const name = textOf(input.name, 200);
  if (!name) throw new TextMissing('name');
  const country = input.country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) throw new DebtorFieldRefused('COUNTRY_INVALID', 'country', input.country);
  const isCompany = debtor.kind === 'company';
  const given = sirenOf(input.siren);
  const siret = siretOf(input.siret, given);
  const vatNumber = vatNumberOf(input.vatNumber, given ?? siret?.slice(0, 9) ?? null);
  const bornOn = !isCompany && input.bornOn ? Temporal.PlainDate.from(input.bornOn) : null;
  if (bornOn && Temporal.PlainDate.compare(bornOn, today) > 0) throw new DebtorFieldRefused('DAY_IN_FUTURE', 'bornOn', bornOn.toString());
  const [from, until] = [hourOf(input.prefersFrom, 'prefersFrom'), hourOf(input.prefersUntil, 'prefersUntil')];
  if ((from === null) !== (until === null) || (from && until && from >= until))
    throw new DebtorFieldRefused('HOURS_INVALID', 'prefersUntil', `${from ?? '–'} ${until ?? '–'}`);
  const addressLine = textOf(input.addressLine, 200);
  return {
    name,
    legalForm: isCompany ? textOf(input.legalForm, 60) : null,
    siren: given ?? siret?.slice(0, 9) ?? (vatNumber?.startsWith('FR') ? sirenInside(vatNumber) : null),
    siret,
    vatNumber,
    register: textOf(input.register, 100),
    ...(input.iban === null ? {} : { iban: ibanOf(input.iban) }),
    bornOn,
    email: emailOf(input.email),
    phone: phoneOf(input.phone, country),
    addressLine,
    postcode: postcodeOf(input.postcode, country),
    city: textOf(input.city, 200),
    country,
    language: input.language,
    prefersFrom: from,
    prefersUntil: until,
    addressReturnedOn: input.addressReturned && addressLine === debtor.addressLine ? (debtor.addressReturnedOn ?? today) : null,
  };
}

/** Monaco's numbers begin with 000 and have no SIREN. */
function sirenInside(vatNumber: string): string | null {
  return vatNumber.slice(4).startsWith('000') ? null : vatNumber.slice(4);
}

function hourOf(typed: string | null, field: string): string | null {
  if (!typed) return null;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(typed)) throw new DebtorFieldRefused('HOURS_INVALID', field, typed);
  return typed;
}
