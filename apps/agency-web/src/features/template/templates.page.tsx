import { Badge, Chips, Empty, Note, PageHead, Select, Table, useFilters, useFormat, useLabels, useNeeded } from '@amiable/web-kit';
import type { TemplatesQuery } from '@documents';
import { Link, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { TemplatesDocument } from './template.documents';
import './template.css';

type Desk = TemplatesQuery['templates'];
type Own = Desk['own'][number];

/** What debtors read, in the order in which the console names languages. */
export const languages = ['FR', 'EN', 'DE', 'ES', 'IT', 'NL'] as const;
export const hats = ['CLIENT_NAME', 'AGENCY'] as const;

/** Modèles d'un client: which words each message leaves with, in a language, a hat and for a brand. */
export default function TemplatesPage() {
  const clientId = useParams().clientId!;
  const t = useT();
  if (useMay()('edit:Template')) return <TemplateDesk clientId={clientId} />;
  return (
    <div className="stack">
      <PageHead title={t('templates.title')} lead={<Link to={`/clients/${clientId}`}>{t('templates.toClient')}</Link>} />
      <Empty title={t('templates.notYours')}>
        <p>{t('templates.notYoursText')}</p>
      </Empty>
    </div>
  );
}

function TemplateDesk({ clientId }: { clientId: string }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { templates: desk } = useNeeded(['templates', clientId], TemplatesDocument, { clientId });
  const [filters, setFilters] = useFilters('language', 'hat', 'brand');
  const language = languages.find((each) => each === filters.language) ?? 'FR';
  const hat = hats.find((each) => each === filters.hat) ?? desk.hat;
  const brandId = desk.brands.find(({ id }) => id === filters.brand)?.id ?? null;
  const ofPlace = desk.own.filter((own) => own.hat === hat && own.brandId === brandId);
  const ownOf = (template: string): Own | undefined => ofPlace.find((own) => own.template === template && own.language === language);
  const forAll = (template: string) =>
    brandId === null
      ? undefined
      : desk.own.find(
          (own) => own.hat === hat && own.brandId === null && own.template === template && own.language === language && own.activeVersion,
        );
  const addressOf = (template: string) => {
    const query = new URLSearchParams({ language, hat, ...(brandId && { brand: brandId }) });
    return `/clients/${clientId}/templates/${template.toLowerCase()}?${query.toString()}`;
  };
  return (
    <div className="stack">
      <PageHead
        title={t('templates.titleOf', { client: desk.clientName })}
        lead={<Link to={`/clients/${clientId}`}>{desk.clientName}</Link>}
      />
      <Note>{t('templates.lead')}</Note>
      {desk.brands.length === 0 && <Note tone="warning">{t('templates.noBrand')}</Note>}
      <div className="filters">
        <Select
          label={t('templates.brand')}
          value={brandId ?? ''}
          onChange={(event) => setFilters({ brand: event.target.value })}
          options={[{ value: '', label: t('templates.allBrands') }, ...desk.brands.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Select
          label={t('templates.hat')}
          value={hat}
          onChange={(event) => setFilters({ hat: event.target.value })}
          options={hats.map((each) => ({ value: each, label: label('Hat', each) }))}
        />
      </div>
      <Chips
        label={t('templates.language')}
        chosen={language}
        onChoose={(id) => setFilters({ language: id })}
        chips={languages.map((each) => {
          const count = ofPlace.filter((own) => own.language === each).length;
          return { id: each, label: label('DebtorLanguage', each), ...(count > 0 && { count }) };
        })}
      />
      <Table
        caption={t('templates.title')}
        rows={desk.kinds}
        rowKey={({ template }) => template}
        columns={[
          {
            id: 'template',
            label: t('templates.message'),
            lead: true,
            cell: ({ template }) => (
              <Link className="row-link" to={addressOf(template)}>
                {label('TemplateKey', template)}
              </Link>
            ),
          },
          { id: 'tone', label: t('templates.tone'), cell: ({ tone }) => label('TemplateTone', tone) },
          {
            id: 'words',
            label: t('templates.words'),
            cell: ({ template }) => {
              const own = ownOf(template);
              return (
                <span className="cluster">
                  {own?.activeVersion
                    ? t('templates.ownVersion', { version: own.activeVersion })
                    : forAll(template)
                      ? t('templates.ofAllBrands', { version: forAll(template)!.activeVersion! })
                      : t('templates.standard')}
                  {own?.draftVersion && <Badge tone="warning">{t('templates.draftWaits', { version: own.draftVersion })}</Badge>}
                </span>
              );
            },
          },
          {
            id: 'changed',
            label: t('templates.changed'),
            cell: ({ template }) => {
              const own = ownOf(template);
              return own ? (
                <small className="soft">
                  {own.changedBy} · {format.instant(own.changedAt)}
                </small>
              ) : (
                '–'
              );
            },
          },
        ]}
      />
    </div>
  );
}
