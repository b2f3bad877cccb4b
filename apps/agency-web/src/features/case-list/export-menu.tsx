import { Popover } from '@amiable/web-kit';
import type { CaseFilter } from '@documents';
import { useT } from '../../i18n/use-t';

/** The whole list as a file, as it is filtered and sorted. */
export function ExportMenu({ filter, order }: { filter: CaseFilter; order: string }) {
  const t = useT();
  const said = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
  const href = (file: string) => `/files/exports/${file}?${new URLSearchParams({ filter: JSON.stringify(said), order }).toString()}`;
  return (
    <Popover label={t('export.menu')} icon="download">
      {(close) => (
        <ul className="view-menu">
          {(
            [
              ['cases.xlsx', t('export.xlsx')],
              ['cases.csv', t('export.csv')],
              ['cases-machine.csv', t('export.machine')],
            ] as const
          ).map(([file, label]) => (
            <li key={file}>
              <a className="menu-item" href={href(file)} download onClick={close}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
