import { Empty, ListPage, Table, usePages } from '@amiable/web-kit';
import { graphql } from '@documents';
import { config } from '../../config';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { useMovementColumns } from '../../movement-columns';

const MovementsDocument = graphql(`
  query Movements($page: PageInput!) {
    movements(page: $page) {
      nodes {
        ...MovementRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`);

/** Encaissements: every euro that moved, what it cost and with which remittance it was paid on. */
export default function MovementsPage() {
  const t = useT();
  const may = useMay();
  const pages = usePages(
    ['movements'],
    MovementsDocument,
    (after) => ({ page: { first: config.rowsAPage, after } }),
    ({ movements }) => movements,
  );
  const columns = useMovementColumns({ withRemittance: true });
  return (
    <ListPage
      title={t('nav.movements')}
      lead={may('read:Fee') ? t('movements.lead') : t('movements.leadReader')}
      pages={pages}
      empty={
        <Empty title={t('movements.none')}>
          <p>{t('movements.noneText')}</p>
        </Empty>
      }
    >
      <Table caption={t('nav.movements')} columns={columns} rows={pages.nodes} rowKey={({ id }) => id} />
    </ListPage>
  );
}
