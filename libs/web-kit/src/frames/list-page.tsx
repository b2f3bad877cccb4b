import type { ReactNode } from 'react';
import type { Pages } from '../data/query-client';
import { useFormat } from '../format/use-format';
import { useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';
import { ErrorNote, Skeleton } from '../ui/states';
import { PageHead } from './page-head';

/** Title with count, filters, the rows, "load more". Empty, waiting and failed look the same on every list. */
export function ListPage<Node>({
  title,
  lead,
  actions,
  filters,
  pages,
  empty,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  filters?: ReactNode;
  pages: Pages<Node>;
  empty: ReactNode;
  children: ReactNode;
}) {
  const { query, nodes } = pages;
  return (
    <>
      <PageHead title={title} count={pages.totalCount} lead={lead} actions={actions} />
      {filters && (
        <div className="filters" role="search">
          {filters}
        </div>
      )}
      <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Skeleton lines={10} /> : nodes.length > 0 ? children : query.error ? null : empty}
      <LoadMore pages={pages} />
    </>
  );
}

export function LoadMore<Node>({ pages: { query, nodes, totalCount } }: { pages: Pages<Node> }) {
  const t = useKitT();
  const { count } = useFormat();
  if (nodes.length === 0) return null;
  const total = totalCount === undefined || totalCount === null ? count(10_000) : count(totalCount);
  return (
    <div className="load-more">
      <p className="soft" role="status">
        {totalCount === null
          ? t('kit.shownOfMany', { shown: count(nodes.length), total })
          : t('kit.shownOf', { shown: count(nodes.length), total })}
      </p>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('kit.loadMore')}
        </Button>
      )}
    </div>
  );
}
