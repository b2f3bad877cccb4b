import { type FormEvent, useState } from 'react';
import { Refusal } from '../data/request';
import { newIdempotencyKey } from '../data/use-write';
import { useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Field, FieldErrors, Input, Select } from '../ui/field';
import { ErrorNote, Note, useErrorSentence } from '../ui/states';
import {
  type BrandDraft,
  type BrandFieldName,
  type BrandHosts as Hosts,
  type EditedBrand,
  type LookCheck,
  type TakenLogos,
} from './brand-editor.types';
import { BrandHosts } from './brand-hosts';
import { BrandVersions, fieldWords } from './brand-versions';
import { LeaveGuard } from './leave-guard';
import { LogoField } from './logo-field';
import { LookChecks } from './look-checks';
import { BrandPreviewFrames } from './preview-frames';
import { useBrandDraft } from './use-brand-draft';

const autocompletes: Partial<Record<BrandFieldName, string>> = { phone: 'tel', website: 'url', replyTo: 'email', senderEmail: 'email' };

interface Props {
  brand: EditedBrand;
  mayEditBank: boolean;
  /** Files are asked for as the portal's user. */
  asClient?: boolean;
  look: (primary: string, secondary: string | null) => Promise<readonly LookCheck[]>;
  /** Says no by throwing a Refusal. */
  onSave: (fields: Record<string, string | number | null>, idempotencyKey: string) => Promise<void>;
  onRestore: (version: number, idempotencyKey: string) => Promise<void>;
  hosts: Hosts;
}

/** Form on one side, on the other the real page, e-mail and letter with what is being typed. */
export function BrandEditor({ brand, mayEditBank, asClient = false, look, onSave, onRestore, hosts }: Props) {
  const t = useKitT();
  const sentence = useErrorSentence();
  const { draft, changes, count, found, set, reset } = useBrandDraft(brand);
  const [key, setKey] = useState(newIdempotencyKey);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [taken, setTaken] = useState<TakenLogos>({});
  const field = error instanceof Refusal ? error.field : null;

  const tryTo = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      setKey(newIdempotencyKey());
    } catch (refusal) {
      setError(refusal);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.brand-editor [aria-invalid]')?.focus());
    }
    setBusy(false);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && count > 0) void tryTo(() => onSave(changes, key));
  };
  const change = (name: BrandFieldName) => (event: { target: { value: string } }) => {
    set({ [name]: event.target.value });
    setKey(newIdempotencyKey());
  };
  const text = (name: BrandFieldName, type = 'text', extra: object = {}) => (
    <Input
      label={t(fieldWords[name])}
      name={name}
      type={type}
      value={draft[name]}
      onChange={change(name)}
      autoComplete={autocompletes[name] ?? 'off'}
      {...extra}
    />
  );
  const pictureOf = (name: 'logoId' | 'logoDarkId', worn: string | null | undefined): string | null =>
    draft[name] === '' ? (brand[name] ? null : (worn ?? null)) : (taken[draft[name]] ?? worn ?? null);
  const wear = (name: 'logoId' | 'logoDarkId') => (logo: { logoId: string; dataUri: string }) => {
    setTaken((now) => ({ ...now, [logo.logoId]: logo.dataUri }));
    set({ [name]: logo.logoId });
  };
  return (
    <div className="brand-editor">
      <FieldErrors value={field ? { [field]: sentence(error) } : {}}>
        <form className="stack" onSubmit={save} noValidate>
          {found && count > 0 && <Note>{t('brand.found')}</Note>}
          <ErrorNote error={error} />
          <Card title={t('brand.identity')}>
            {text('name', 'text', { maxLength: 60 })}
            <LogoField
              brandId={brand.id}
              label={t('brand.field.logo')}
              hint={t('brand.logo.hint')}
              picture={pictureOf('logoId', brand.logo)}
              asClient={asClient}
              onTaken={wear('logoId')}
              onRemoved={() => set({ logoId: '' })}
            />
            <LogoField
              brandId={brand.id}
              label={t('brand.field.logoDark')}
              hint={t('brand.logo.darkHint')}
              picture={pictureOf('logoDarkId', brand.logoDark)}
              onDark
              asClient={asClient}
              onTaken={wear('logoDarkId')}
              onRemoved={() => set({ logoDarkId: '' })}
            />
          </Card>
          <Card title={t('brand.look')}>
            <ColourField name="primaryColour" draft={draft} change={change} />
            <ColourField
              name="secondaryColour"
              draft={draft}
              change={change}
              hint={t('brand.secondaryHint')}
              fallback={draft.primaryColour}
            />
            <LookChecks primary={draft.primaryColour} secondary={draft.secondaryColour} ask={look} />
            <Field label={t('brand.field.radius')} name="radius">
              {(control) => (
                <span className="range">
                  <input {...control} type="range" min={0} max={16} name="radius" value={draft.radius} onChange={change('radius')} />
                  <output>{draft.radius} px</output>
                </span>
              )}
            </Field>
            <Select
              label={t('brand.field.font')}
              name="font"
              value={draft.font}
              onChange={change('font')}
              options={[
                { value: 'system', label: t('brand.font.system') },
                { value: 'humanist', label: t('brand.font.humanist') },
                { value: 'serif', label: t('brand.font.serif') },
                { value: 'inter', label: 'Inter' },
                { value: 'source_serif', label: 'Source Serif 4' },
                { value: 'atkinson', label: 'Atkinson Hyperlegible' },
              ]}
              hint={t('brand.fontHint')}
            />
          </Card>
          <Card title={t('brand.sender')}>
            {text('senderName')}
            {text('senderEmail', 'email', { hint: t('brand.senderHint') })}
            {text('replyTo', 'email')}
            {text('phone', 'tel')}
            {text('website', 'url')}
          </Card>
          <Card title={t('brand.address')}>
            {text('addressLine')}
            <div className="brand-pair">
              {text('postcode')}
              {text('city')}
            </div>
            <Select
              label={t('brand.field.language')}
              name="language"
              value={draft.language}
              onChange={change('language')}
              options={[
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Card>
          <Card title={t('brand.bank')}>
            <p className="hint">{t(mayEditBank ? 'brand.bankHint' : 'brand.bankNotYours')}</p>
            {text('bankHolder', 'text', { readOnly: !mayEditBank })}
            {text('bankIban', 'text', { readOnly: !mayEditBank, spellCheck: false })}
            {text('bankBic', 'text', { readOnly: !mayEditBank, spellCheck: false })}
          </Card>
          <div className="save-bar" data-dirty={count > 0 || undefined}>
            <span role="status">{count > 0 ? t('brand.changes', { count }) : t('brand.saved')}</span>
            {count > 0 && (
              <Button kind="quiet" onClick={reset}>
                {t('brand.discard')}
              </Button>
            )}
            <Button type="submit" kind="primary" busy={busy} aria-disabled={count === 0 || undefined}>
              {t('brand.save')}
            </Button>
          </div>
        </form>
      </FieldErrors>
      <BrandPreviewFrames brandId={brand.id} draft={draft} asClient={asClient} />
      <div className="brand-history">
        <BrandHosts brand={brand} hosts={hosts} />
        <BrandVersions brand={brand} onRestore={(version) => tryTo(() => onRestore(version, newIdempotencyKey()))} />
      </div>
      <LeaveGuard when={count > 0} onLeave={reset} />
    </div>
  );
}

/** The same colour by the browser's picker and by its number. */
function ColourField({
  name,
  draft,
  change,
  hint,
  fallback = '#000000',
}: {
  name: 'primaryColour' | 'secondaryColour';
  draft: BrandDraft;
  change: (name: BrandFieldName) => (event: { target: { value: string } }) => void;
  hint?: string;
  fallback?: string;
}) {
  const t = useKitT();
  const shown = [draft[name], fallback].find((colour) => /^#[0-9a-f]{6}$/i.test(colour)) ?? '#000000';
  return (
    <Field label={t(fieldWords[name])} name={name} hint={hint}>
      {(control) => (
        <span className="colour-field">
          <input type="color" value={shown} onChange={change(name)} aria-label={t('brand.pick', { field: t(fieldWords[name]) })} />
          <input
            {...control}
            className="input"
            name={name}
            value={draft[name]}
            onChange={change(name)}
            spellCheck={false}
            autoComplete="off"
            maxLength={7}
            placeholder="#0b6e5b"
          />
        </span>
      )}
    </Field>
  );
}
