import {
  Badge,
  Button,
  Card,
  ErrorNote,
  Facts,
  Note,
  PageHead,
  Progress,
  RadioGroup,
  StatTile,
  StatTiles,
  useFormat,
  useIdempotencyKey,
  useLabels,
  useNeeded,
  useWrite,
} from '@amiable/web-kit';
import type { ImportFieldsFragment, ImportMode } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { importTone } from '../../tones';
import { ColumnMapping } from './column-mapping';
import { CommitImportDocument, ImportDocument } from './import.documents';
import { FormatFound } from './format-found';
import { Rejections } from './rejections';

/** One import: what was found, what would change, what is rejected and why; then the choice. */
export default function ImportPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const importId = useParams().importId!;
  const { import: theImport } = useNeeded(['import', importId], ImportDocument, { importId });
  const { counts } = theImport;
  const startOf = useSearchParams()[0].get('start');
  return (
    <div className="stack">
      <PageHead
        title={
          <>
            {theImport.filename} <Badge tone={importTone[theImport.state]}>{label('ImportState', theImport.state)}</Badge>
          </>
        }
        lead={[theImport.clientName, format.instant(theImport.createdAt), theImport.createdBy].filter(Boolean).join(' · ')}
        actions={
          startOf ? (
            <Link className={theImport.state === 'DONE' ? 'button primary' : 'button'} to={`/clients/${startOf}/start`}>
              {t('start.back')}
            </Link>
          ) : (
            <Link className="button" to="/imports">
              {t('import.all')}
            </Link>
          )
        }
      />
      {theImport.state === 'DONE' && (
        <Note tone="ok">
          {t('import.result', {
            cases: format.count(counts.casesOpened),
            debtors: format.count(counts.debtorsNew),
            open: format.money(counts.openSum),
          })}{' '}
          <Link to="/cases">{t('import.seeCases')}</Link>
        </Note>
      )}
      <StatTiles>
        <StatTile label={t('import.count.lines')} value={format.count(counts.lines)} />
        <StatTile
          label={t('import.count.new')}
          value={format.count(counts.new)}
          note={counts.settled > 0 && t('import.settled', { count: counts.settled })}
        />
        <StatTile label={t('import.count.changed')} value={format.count(counts.changed)} />
        <StatTile label={t('import.count.unchanged')} value={format.count(counts.unchanged)} />
        <StatTile
          label={t('import.count.rejected')}
          value={format.count(counts.rejected)}
          note={counts.warnings > 0 && t('import.warnings', { count: counts.warnings })}
        />
        <StatTile
          label={t('import.count.sum')}
          value={format.money(counts.sum)}
          note={t('import.ofWhichOpen', { open: format.money(counts.openSum) })}
        />
      </StatTiles>
      {theImport.state === 'PREVIEWED' && <CommitCard key={theImport.id} theImport={theImport} />}
      {counts.rejected > 0 && <Rejections importId={theImport.id} rejections={theImport.rejections} total={counts.rejected} />}
      <div className="columns">
        <Card title={t('import.format')}>
          <FormatFound format={theImport.format} />
          <Facts rows={[[t('import.count.totals'), format.count(counts.totals)]]} />
        </Card>
        <ColumnMapping key={theImport.id} importId={theImport.id} columns={theImport.columns} unmapped={theImport.unmappedColumns} />
      </div>
    </div>
  );
}

function CommitCard({ theImport: { id, counts } }: { theImport: ImportFieldsFragment }) {
  const t = useT();
  const { label } = useLabels();
  const queryClient = useQueryClient();
  const idempotencyKey = useIdempotencyKey();
  const [mode, setMode] = useState<ImportMode>(counts.rejected > 0 ? 'GOOD_LINES' : 'ALL_OR_NOTHING');
  const commit = useWrite(CommitImportDocument, ({ commitImport }) => {
    queryClient.setQueryData(['import', id], { import: commitImport });
    for (const key of ['imports', 'cases', 'myDay', 'clients', 'client-page']) void queryClient.invalidateQueries({ queryKey: [key] });
  });
  const good = counts.new + counts.changed;
  const blocked =
    good === 0
      ? t('import.nothingToImport')
      : mode === 'ALL_OR_NOTHING' && counts.rejected > 0
        ? t('import.blockedByRejections', { count: counts.rejected })
        : null;
  return (
    <Card title={t('import.confirm')} tone="attention">
      <ErrorNote error={commit.error} />
      <RadioGroup
        legend={t('import.mode')}
        name="mode"
        value={mode}
        onChange={(value) => setMode(value as ImportMode)}
        options={[
          { value: 'GOOD_LINES', label: label('ImportMode', 'GOOD_LINES'), hint: t('import.goodLinesHint', { count: counts.rejected }) },
          { value: 'ALL_OR_NOTHING', label: label('ImportMode', 'ALL_OR_NOTHING'), hint: t('import.allOrNothingHint') },
        ]}
      />
      {commit.isPending ? (
        <Progress label={t('import.committing')} />
      ) : (
        <div>
          <Button
            kind="primary"
            icon="import"
            disabledReason={blocked}
            onClick={() => commit.mutate({ input: { importId: id, mode, idempotencyKey } })}
          >
            {t('import.commit', { count: good })}
          </Button>
        </div>
      )}
    </Card>
  );
}
