import {
  Badge,
  BrandStripe,
  Button,
  Card,
  Empty,
  Input,
  PageHead,
  Table,
  useFilters,
  useFormat,
  useLabels,
  useNeeded,
  useSentences,
} from '@amiable/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { QualityDocument } from './quality.documents';
import { QualityShareCard } from './quality-share-card';
import { AnswerReviewDialog, criteria, type QualityContact, ReviewContactDialog } from './review-contact.dialog';

/** Contrôle qualité: the sample of a month with its scorecards and results; a collector sees what was found in his own contacts. */
export default function QualityPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { timeline } = useSentences();
  const may = useMay();
  const [{ month }, setFilters] = useFilters('month');
  const { quality } = useNeeded(['quality', month], QualityDocument, { month: month || null });
  const [open, setOpen] = useState<QualityContact | null>(null);
  const { mayReview, contacts, results } = quality;
  return (
    <div className="stack">
      <PageHead
        title={t('control.title')}
        lead={mayReview ? t('control.lead', { share: format.count(quality.share) }) : t('control.leadOwn')}
      />
      <div className="filters">
        <Input type="month" label={t('team.month')} value={quality.month} onChange={(event) => setFilters({ month: event.target.value })} />
      </div>
      {results.length > 0 && (
        <Card title={t('control.results')}>
          <Table
            caption={t('control.results')}
            rows={results}
            rowKey={({ collectorName }) => collectorName}
            columns={[
              { id: 'name', label: t('control.collector'), lead: true, cell: ({ collectorName }) => <strong>{collectorName}</strong> },
              { id: 'sampled', label: t('control.sampled'), numeric: true, cell: ({ sampled }) => format.count(sampled) },
              { id: 'reviewed', label: t('control.reviewedCount'), numeric: true, cell: ({ reviewed }) => format.count(reviewed) },
              {
                id: 'rate',
                label: t('control.rate'),
                numeric: true,
                cell: ({ passRate }) => (passRate === null ? '–' : `${format.count(passRate)} %`),
              },
            ]}
          />
        </Card>
      )}
      <Card title={t('control.contacts', { count: contacts.length })}>
        {contacts.length === 0 ? (
          <Empty title={t('control.none')}>
            <p>{mayReview ? t('control.noneText') : t('control.noneOwn')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('control.title')}
            rows={contacts}
            rowKey={({ eventId }) => eventId}
            columns={[
              {
                id: 'debtor',
                label: t('cases.column.debtor'),
                lead: true,
                cell: (row) => (
                  <span className="two-lines">
                    <BrandStripe brand={row.brand} />
                    <Link className="row-link" to={`/cases/${row.caseId}`}>
                      {row.debtorName}
                    </Link>
                  </span>
                ),
              },
              {
                id: 'what',
                label: t('control.contact'),
                cell: (row) => (
                  <span className="two-lines">
                    <span>{timeline(row.kind, row.facts)}</span>
                    {typeof row.facts.note === 'string' && <small>{row.facts.note}</small>}
                    <small className="soft">
                      {row.collectorName} · {format.instant(row.at)}
                    </small>
                  </span>
                ),
              },
              {
                id: 'card',
                label: t('control.card'),
                cell: ({ review }) =>
                  review ? (
                    <span className="two-lines">
                      <span className="cluster">
                        {criteria.every(([criterion]) => review[criterion] !== 'FAIL') && <Badge tone="ok">{t('control.allPassed')}</Badge>}
                        {criteria
                          .filter(([criterion]) => review[criterion] === 'FAIL')
                          .map(([criterion, words]) => (
                            <Badge key={criterion} tone="danger">
                              {t(words)} : {label('ReviewVerdict', 'FAIL')}
                            </Badge>
                          ))}
                      </span>
                      {review.comment && <span>{review.comment}</span>}
                      <small className="soft">
                        {review.reviewedByName} · {format.instant(review.reviewedAt)}
                      </small>
                      {review.answer && <blockquote>{review.answer}</blockquote>}
                    </span>
                  ) : (
                    <span className="soft">{t('control.notYet')}</span>
                  ),
              },
              {
                id: 'act',
                label: t('control.review'),
                hideLabel: true,
                cell: (row) =>
                  (mayReview || may('answer:ContactReview')) && (
                    <Button onClick={() => setOpen(row)}>
                      {!mayReview ? t('control.answer') : row.review ? t('control.again') : t('control.review')}
                      <span className="visually-hidden"> {row.debtorName}</span>
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Card>
      {may('set:QualityShare') && <QualityShareCard key={quality.share} share={quality.share} />}
      {open && mayReview && <ReviewContactDialog contact={open} onClose={() => setOpen(null)} />}
      {open && !mayReview && <AnswerReviewDialog contact={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
