import { Field, Input, request, Select } from '@amiable/web-kit';
import { useState } from 'react';
import { OpenBrandDocument } from '../../client-page.documents';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';
import { StepForm } from '../../step-form';

/** « Alizé Mobilier » → alize-mobilier */
const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

/** The brand with what debtors must see; logo, fonts and the rest are chosen in its editor, beside the real page. */
export function BrandStep({ client, keep }: { client: TheClient; keep: (client: TheClient) => void }) {
  const t = useT();
  const [name, setName] = useState(client.name);
  const [slug, setSlug] = useState<string | null>(null);
  const [colour, setColour] = useState('#0b6e5b');
  const domain = client.email.split('@')[1] ?? '';
  return (
    <StepForm
      submit={t('start.continue')}
      onSubmit={async ({ senderEmail, website, language }, _, idempotencyKey) => {
        const input = {
          clientId: client.id,
          name,
          slug: slug ?? slugOf(name),
          primaryColour: colour,
          senderEmail: senderEmail!,
          website: website!,
          language: language!,
          idempotencyKey,
        };
        keep((await request(OpenBrandDocument, { input })).openBrand);
      }}
    >
      <Input
        label={t('start.brandName')}
        name="name"
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="off"
      />
      <Input
        label={t('start.slug')}
        hint={t('start.slugHint', { address: `/b/${slug ?? slugOf(name)}` })}
        name="slug"
        required
        maxLength={40}
        value={slug ?? slugOf(name)}
        onChange={(event) => setSlug(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <Field label={t('start.colour')} name="primaryColour" hint={t('start.colourHint')}>
        {(control) => (
          <span className="colour-field">
            <input
              type="color"
              value={/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#000000'}
              onChange={(event) => setColour(event.target.value)}
              aria-label={t('start.pickColour')}
            />
            <input
              {...control}
              className="input"
              value={colour}
              onChange={(event) => setColour(event.target.value)}
              maxLength={7}
              spellCheck={false}
              autoComplete="off"
            />
          </span>
        )}
      </Field>
      <Input label={t('start.senderEmail')} name="senderEmail" type="email" required defaultValue={client.email} autoComplete="off" />
      <Input label={t('start.website')} name="website" required defaultValue={domain ? `www.${domain}` : ''} autoComplete="off" />
      <Select
        label={t('start.language')}
        name="language"
        options={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
    </StepForm>
  );
}
