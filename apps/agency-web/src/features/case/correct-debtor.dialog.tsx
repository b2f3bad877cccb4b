import { Button, Checkbox, DateInput, FormDialog, Input, Note, Select, today, useLabels } from '@amiable/web-kit';
import type { DebtorLanguage } from '@documents';
import { type ReactNode, useState } from 'react';
import { type Key, useT } from '../../i18n/use-t';
import { DialogBrand } from './case-dialog-brand';
import { CorrectDebtorDocument } from './debtor-file.documents';
import { type CaseStory, useCaseWrite } from './use-case';

const languages: readonly DebtorLanguage[] = ['FR', 'EN', 'DE', 'ES', 'IT', 'NL'];

/** What the form opens on, by the name of the field. */
function valuesOf({ debtor, debtorFile: file }: CaseStory) {
  return {
    name: debtor.name,
    legalForm: file.legalForm ?? '',
    siren: debtor.siren ?? '',
    siret: file.siret ?? '',
    vatNumber: file.vatNumber ?? '',
    register: file.register ?? '',
    bornOn: file.bornOn ?? '',
    phone: debtor.phone ?? '',
    email: debtor.email ?? '',
    prefersFrom: file.prefersFrom ?? '',
    prefersUntil: file.prefersUntil ?? '',
    addressLine: debtor.addressLine ?? '',
    postcode: debtor.postcode ?? '',
    city: debtor.city ?? '',
    country: debtor.country,
    language: debtor.language as string,
  };
}
type Values = ReturnType<typeof valuesOf>;

const words: Record<keyof Values, Key | null> = {
  name: 'file.name',
  legalForm: 'file.legalForm',
  siren: null,
  siret: null,
  vatNumber: 'file.vatNumber',
  register: 'file.register',
  bornOn: 'file.bornOn',
  phone: 'file.phone',
  email: 'file.email',
  prefersFrom: 'file.prefersFrom',
  prefersUntil: 'file.prefersUntil',
  addressLine: 'file.addressLine',
  postcode: 'file.postcode',
  city: 'file.city',
  country: 'file.country',
  language: 'file.language',
};

/** What a colleague changed since the form was opened; what was typed stays, and is sent only after that was read. */
function useConflict(theCase: CaseStory): { expectedVersion: number; conflict: ReactNode; mustRead: string | null } {
  const t = useT();
  const read = () => ({ version: theCase.debtorFile.version, values: valuesOf(theCase) });
  const [base, setBase] = useState(read);
  const now = valuesOf(theCase);
  if (theCase.debtorFile.version === base.version) return { expectedVersion: base.version, conflict: null, mustRead: null };
  const changed = (Object.keys(now) as Array<keyof Values>).filter((name) => now[name] !== base.values[name]);
  return {
    expectedVersion: base.version,
    mustRead: t('conflict.readFirst'),
    conflict: (
      <Note tone="warning">
        <p>
          <strong>{t('file.conflict')}</strong>
        </p>
        <ul>
          {changed.map((name) => (
            <li key={name}>
              {t('file.conflictNow', { field: words[name] ? t(words[name]) : name.toUpperCase(), value: now[name] || t('file.empty') })}
            </li>
          ))}
        </ul>
        <Button onClick={() => setBase(read())}>{t('file.conflictKeep')}</Button>
      </Note>
    ),
  };
}

/** Fiche débiteur: every field checked at the server and kept in its usual form; what was there before stays as history. */
export function CorrectDebtorDialog({ theCase, onClose }: { theCase: CaseStory; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  const write = useCaseWrite(t('file.done'));
  const { expectedVersion, conflict, mustRead } = useConflict(theCase);
  const [start] = useState(() => valuesOf(theCase));
  const isCompany = theCase.debtor.kind === 'COMPANY';
  const { ibanMasked, addressReturnedOn } = theCase.debtorFile;
  const field = (name: keyof Values, more: Partial<Parameters<typeof Input>[0]> = {}) => (
    <Input
      label={words[name] ? t(words[name]) : name.toUpperCase()}
      name={name}
      defaultValue={start[name]}
      autoComplete="off"
      spellCheck={false}
      {...more}
    />
  );
  return (
    <FormDialog
      title={t('file.correct')}
      aside={<DialogBrand theCase={theCase} />}
      wide
      submit={t('file.submit')}
      disabledReason={mustRead}
      onClose={onClose}
      onSubmit={(typed, idempotencyKey) => {
        const said = (name: keyof Values) => typed[name]?.trim() || null;
        return write(CorrectDebtorDocument, {
          input: {
            caseId: theCase.id,
            expectedVersion,
            name: typed.name ?? '',
            legalForm: said('legalForm'),
            siren: said('siren'),
            siret: said('siret'),
            vatNumber: said('vatNumber'),
            register: said('register'),
            iban: typed.iban?.trim() ? typed.iban : typed.ibanTakeOff ? '' : null,
            bornOn: said('bornOn'),
            email: said('email'),
            phone: said('phone'),
            addressLine: said('addressLine'),
            postcode: said('postcode'),
            city: said('city'),
            country: typed.country ?? 'FR',
            language: typed.language as DebtorLanguage,
            prefersFrom: said('prefersFrom'),
            prefersUntil: said('prefersUntil'),
            addressReturned: Boolean(typed.addressReturned),
            idempotencyKey,
          },
        });
      }}
    >
      {conflict}
      <div className="debtor-form">
        <fieldset>
          <legend>{t('file.reach')}</legend>
          {field('phone', { type: 'tel', maxLength: 40, ...{ 'data-autofocus': '' } })}
          {field('email', { inputMode: 'email', maxLength: 254 })}
          <div className="pair">
            {field('prefersFrom', { type: 'time' })}
            {field('prefersUntil', { type: 'time' })}
          </div>
          <Select
            label={t('file.language')}
            name="language"
            defaultValue={start.language}
            options={languages.map((value) => ({ value, label: label('DebtorLanguage', value) }))}
          />
        </fieldset>
        <fieldset>
          <legend>{t('file.post')}</legend>
          {field('addressLine', { maxLength: 200 })}
          <div className="pair">
            {field('postcode', { maxLength: 20 })}
            {field('city', { maxLength: 200 })}
          </div>
          {field('country', { maxLength: 2, hint: t('file.countryHint') })}
          <Checkbox label={t('file.addressReturned')} name="addressReturned" defaultChecked={addressReturnedOn !== null} />
        </fieldset>
        <fieldset>
          <legend>{t('file.identity')}</legend>
          {field('name', { required: true, maxLength: 200 })}
          {isCompany && field('legalForm', { maxLength: 60 })}
          {isCompany && field('siren', { inputMode: 'numeric', maxLength: 20 })}
          {isCompany && field('siret', { inputMode: 'numeric', maxLength: 30 })}
        </fieldset>
        <fieldset>
          <legend>{t('file.legal')}</legend>
          {isCompany && field('vatNumber', { maxLength: 30 })}
          {isCompany && field('register', { maxLength: 100, hint: t('file.registerHint') })}
          <Input
            label={t('file.iban')}
            name="iban"
            autoComplete="off"
            spellCheck={false}
            maxLength={50}
            hint={ibanMasked ? t('file.ibanHint', { iban: ibanMasked }) : undefined}
          />
          {ibanMasked && <Checkbox label={t('file.ibanTakeOff')} name="ibanTakeOff" />}
          {!isCompany && (
            <DateInput label={t('file.bornOn')} hint={t('file.bornOnHint')} name="bornOn" max={today()} defaultValue={start.bornOn} />
          )}
        </fieldset>
      </div>
    </FormDialog>
  );
}
