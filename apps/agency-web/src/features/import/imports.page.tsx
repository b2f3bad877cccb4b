import { Badge, Card, Empty, PageHead, Table, useFormat, useLabels, useNeeded } from '@amiable/web-kit';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import { importTone } from '../../tones';
import { DropFile } from './drop-file';
import { ImportsDocument } from './import.documents';

/** Imports: a new file, and those that came before. */
export default function ImportsPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const { imports } = useNeeded(['imports'], ImportsDocument, {});
  const [current, setCurrent] = useState(0);
  return (
    <div className="stack">
      <PageHead title={t('nav.imports')} lead={t('import.lead')} />
      <DropFile />
      <Card title={t('import.before')}>
        {imports.length === 0 ? (
          <Empty title={t('import.none')} />
        ) : (
          <Table
            caption={t('import.before')}
            rows={imports}
            rowKey={({ id }) => id}
            current={current}
            onCurrent={setCurrent}
            onOpen={({ id }) => void navigate(`/imports/${id}`)}
            columns={[
              {
                id: 'file',
                label: t('import.file'),
                lead: true,
                cell: (row) => (
                  <Link className="row-link" tabIndex={-1} to={`/imports/${row.id}`}>
                    {row.filename}
                  </Link>
                ),
              },
              { id: 'client', label: t('field.client'), cell: (row) => row.clientName },
              {
                id: 'when',
                label: t('import.when'),
                cell: (row) => (
                  <span className="two-lines">
                    {format.instant(row.createdAt)}
                    <small>{row.createdBy ?? ''}</small>
                  </span>
                ),
              },
              { id: 'lines', label: t('import.count.lines'), numeric: true, cell: ({ counts }) => format.count(counts.lines) },
              { id: 'new', label: t('import.count.new'), numeric: true, cell: ({ counts }) => format.count(counts.new) },
              { id: 'rejected', label: t('import.count.rejected'), numeric: true, cell: ({ counts }) => format.count(counts.rejected) },
              { id: 'sum', label: t('import.count.openSum'), numeric: true, cell: ({ counts }) => format.money(counts.openSum) },
              {
                id: 'state',
                label: t('cases.column.state'),
                cell: ({ state }) => <Badge tone={importTone[state]}>{label('ImportState', state)}</Badge>,
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
