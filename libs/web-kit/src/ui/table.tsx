import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

export interface Column<Row> {
  id: string;
  label: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Left out below a wide screen. */
  minor?: boolean;
  /** In the narrow layout it takes the full line without its label. */
  lead?: boolean;
  hideLabel?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the rows reachable: one Tab stop, arrows or J and K move, Enter opens. */
  onOpen?: (row: Row) => void;
  current?: number;
  onCurrent?: (index: number) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (row: Row) => void;
  total?: number | null;
  toneOf?: (row: Row) => 'attention' | undefined;
}

/** Sticky head, right-aligned figures; on narrow screens each row becomes a small card with its labels. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  onOpen,
  current = 0,
  onCurrent,
  selected,
  onSelect,
  total,
  toneOf,
}: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const grid = Boolean(onOpen);
  const moved = useRef(false);
  useEffect(() => {
    const row = body.current?.rows[current];
    if (!grid || !row) return;
    if (moved.current || body.current?.contains(document.activeElement)) row.focus({ preventScroll: true });
    if (moved.current) row.scrollIntoView({ block: 'nearest' });
    moved.current = true;
  }, [current, grid]);

  const onKeyDown = (event: KeyboardEvent, row: Row, index: number) => {
    if (event.target !== event.currentTarget) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) onCurrent?.(Math.min(rows.length - 1, Math.max(0, to)));
    else if (event.key === 'Enter') onOpen?.(row);
    else if (event.key === ' ' && onSelect) onSelect(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className="table-place">
      <table
        className="table"
        role={grid ? 'grid' : 'table'}
        aria-rowcount={grid ? (total ?? -1) : undefined}
        aria-multiselectable={onSelect ? true : undefined}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.id}
                role="columnheader"
                scope="col"
                data-numeric={column.numeric || undefined}
                data-minor={column.minor || undefined}
              >
                <span className={column.hideLabel ? 'visually-hidden' : undefined}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {rows.map((row, index) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                role="row"
                data-tone={toneOf?.(row)}
                {...(grid && {
                  tabIndex: index === current ? 0 : -1,
                  'aria-rowindex': index + 1,
                  'data-current': index === current || undefined,
                  ...(onSelect && { 'aria-selected': selected?.has(key) ?? false }),
                  onKeyDown: (event: KeyboardEvent) => onKeyDown(event, row, index),
                  onFocus: () => index !== current && onCurrent?.(index),
                })}
              >
                {columns.map((column) => (
                  <td
                    key={column.id}
                    role={grid ? 'gridcell' : 'cell'}
                    data-label={column.lead ? undefined : column.label}
                    data-lead={column.lead || undefined}
                    data-numeric={column.numeric || undefined}
                    data-minor={column.minor || undefined}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
