import { Button, Card, ErrorNote, Progress, Select } from '@amiable/web-kit';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import { importFields, isImportField } from './import-fields';
import { type MappingFields, sendImport, sentFileOf } from './send-import';

interface Props {
  importId: string;
  columns: ReadonlyArray<{ field: string; column: string | null }>;
  unmapped: readonly string[];
}

/** Which column became which field, each correctable; a corrected mapping is tried on the same file and gives a new preview. */
export function ColumnMapping({ importId, columns, unmapped }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const sent = sentFileOf(importId);
  const found: MappingFields = Object.fromEntries(columns.map(({ field, column }) => [field, column]));
  const [chosen, setChosen] = useState<MappingFields>({});
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>();
  const names = [...new Set([...columns.flatMap(({ column }) => column ?? []), ...unmapped])];
  const options = [{ value: '', label: t('import.noColumn') }, ...names.map((name) => ({ value: name, label: name }))];
  const fields = [...new Set([...columns.map(({ field }) => field), ...Object.keys(importFields)])].filter(isImportField);
  const shownFirst = fields.filter((field) => found[field]);
  const others = fields.filter((field) => !found[field]);
  const changed = Object.entries(chosen).some(([field, column]) => (found[field] ?? null) !== column);

  const tryAgain = async () => {
    setShare(0);
    setError(undefined);
    try {
      await navigate(`/imports/${await sendImport(sent!, { ...found, ...chosen }, setShare)}`, { replace: true });
    } catch (refusal) {
      setError(refusal);
    }
    setShare(null);
  };
  const row = (field: keyof typeof importFields) => (
    <Select
      key={field}
      label={t(importFields[field])}
      disabled={!sent}
      options={options}
      value={(field in chosen ? chosen[field] : found[field]) ?? ''}
      onChange={(event) => setChosen({ ...chosen, [field]: event.target.value || null })}
    />
  );
  return (
    <Card title={t('import.mapping')}>
      {!sent && <p className="soft">{t('import.mappingGone')}</p>}
      <ErrorNote error={error} />
      <div className="mapping">{shownFirst.map(row)}</div>
      <details>
        <summary>{t('import.otherFields')}</summary>
        <div className="mapping">{others.map(row)}</div>
      </details>
      {unmapped.length > 0 && <p className="soft">{t('import.unmapped', { columns: unmapped.join(', ') })}</p>}
      {share !== null ? (
        <Progress label={t('import.sending')} share={share} />
      ) : (
        changed && (
          <Button kind="primary" onClick={() => void tryAgain()}>
            {t('import.tryMapping')}
          </Button>
        )
      )}
    </Card>
  );
}
