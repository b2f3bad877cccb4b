import { Card, Icon, Table, useFormat } from '@amiable/web-kit';
import type { ImportFieldsFragment } from '@documents';
import { useT } from '../../i18n/use-t';
import { importFields, isImportField } from './import-fields';

type Rejection = ImportFieldsFragment['rejections'][number];

/** Each rejected line with its field, its value and the reason; all of them downloadable as a file to mend. */
export function Rejections({ importId, rejections, total }: { importId: string; rejections: readonly Rejection[]; total: number }) {
  const t = useT();
  const format = useFormat();
  const rows = rejections.flatMap(({ line, reasons }) => reasons.map((reason, index) => ({ line, index, ...reason })));
  const nameOf = (field: string) => (isImportField(field) ? t(importFields[field]) : field);
  return (
    <Card
      title={t('import.rejections', { count: total })}
      actions={
        <a className="button" href={`/files/imports/${encodeURIComponent(importId)}/rejected.csv`} download>
          <Icon name="download" /> {t('import.downloadRejected')}
        </a>
      }
    >
      <p className="soft">
        {rejections.length < total ? t('import.firstRejections', { shown: format.count(rejections.length) }) : t('import.rejectionsLead')}
      </p>
      <Table
        caption={t('import.rejections', { count: total })}
        rows={rows}
        rowKey={({ line, index }) => `${line} ${index}`}
        columns={[
          { id: 'line', label: t('import.line'), numeric: true, cell: ({ line }) => format.count(line) },
          {
            id: 'field',
            label: t('import.field'),
            cell: ({ field, column }) => (
              <span className="two-lines">
                {field ? nameOf(field) : '–'}
                {column && <small>{column}</small>}
              </span>
            ),
          },
          {
            id: 'value',
            label: t('import.value'),
            cell: ({ value }) =>
              value ? <code className="reference">{value}</code> : <span className="soft">{t('import.emptyValue')}</span>,
          },
          { id: 'reason', label: t('import.reason'), cell: ({ text }) => text },
        ]}
      />
    </Card>
  );
}
