import { Checkbox, type Column, Popover } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { CaseRow } from './case-columns';

/** Which columns are shown: the address says those that are left out, so that a view keeps them. */
export function ColumnMenu({
  columns,
  hidden,
  onChange,
}: {
  columns: ReadonlyArray<Column<CaseRow>>;
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}) {
  const t = useT();
  return (
    <Popover label={t('list.columns')} icon="menu">
      {() => (
        <fieldset className="column-menu">
          <legend className="visually-hidden">{t('list.columns')}</legend>
          {columns
            .filter(({ lead }) => !lead)
            .map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={!hidden.includes(id)}
                onChange={(event) => onChange(event.target.checked ? hidden.filter((each) => each !== id) : [...hidden, id])}
              />
            ))}
        </fieldset>
      )}
    </Popover>
  );
}
