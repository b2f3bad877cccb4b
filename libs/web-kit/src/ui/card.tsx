import { Children, type CSSProperties, type ReactNode, useId } from 'react';

export function Card({
  title,
  actions,
  children,
  level = 2,
  tone,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
  tone?: 'attention';
}) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={`card ${tone ?? ''}`} aria-labelledby={title ? titleId : undefined}>
      {title && (
        <header className="card-head">
          <Heading id={titleId}>{title}</Heading>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** A figure with its name; it may lead to the rows behind it (every figure opens). */
export function StatTile({ label, value, note, children }: { label: string; value: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {note && <small>{note}</small>}
        {children}
      </dd>
    </div>
  );
}

const mostTilesInARow = 6;

/** Tiles side by side, in rows of one length. */
export function StatTiles({ children }: { children: ReactNode }) {
  const count = Children.toArray(children).length;
  const perRow = Math.ceil(count / Math.ceil(count / mostTilesInARow));
  return (
    <dl className="stats" style={{ '--per-row': perRow } as CSSProperties}>
      {children}
    </dl>
  );
}

/** Pairs of a name and its value. */
export function Facts({ rows }: { rows: ReadonlyArray<readonly [string, ReactNode] | null | false> }) {
  return (
    <dl className="facts">
      {rows.map((row) =>
        row ? (
          <div key={row[0]}>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
