import type { ReactNode } from 'react';
import { useFormat } from '../format/use-format';

/** The one h1 of a page. `count` null means more than 10,000. */
export function PageHead({
  title,
  count,
  lead,
  actions,
}: {
  title: ReactNode;
  count?: number | null;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  const format = useFormat();
  return (
    <header className="page-head">
      <div>
        <h1 tabIndex={-1}>
          {title}
          {count !== undefined && <span className="count">{count === null ? `${format.count(10_000)}+` : format.count(count)}</span>}
        </h1>
        {lead && <p className="soft">{lead}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  );
}
