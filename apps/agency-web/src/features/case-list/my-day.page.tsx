import {
  Badge,
  BrandStripe,
  Button,
  Card,
  Empty,
  PageHead,
  StatTile,
  StatTiles,
  Table,
  useFormat,
  useLabels,
  useNeeded,
  useShortcuts,
} from '@amiable/web-kit';
import { Fragment, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ApprovalsCard } from '../../approvals-card';
import { queueFilter, useChosenQueue } from '../../chosen-queue';
import { useT } from '../../i18n/use-t';
import { useMe } from '../../me';
import { promiseTone } from '../../tones';
import { AlertsCard } from './alerts-card';
import { useCaseColumns } from './case-columns';
import { MyDayDocument } from './case-list.documents';
import { usePrefetchCase } from './use-prefetch-case';
import { useTakeNextCase } from './use-take-next-case';

/** Ma journée: what waits, what came in, and one button to begin. */
export default function MyDayPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const columns = useCaseColumns({ withReasons: true });
  const firstName = useMe().data?.me?.user.name.split(' ')[0] ?? '';
  const queue = useChosenQueue();
  const { myDay } = useNeeded(['myDay', queue?.id ?? ''], MyDayDocument, { queue: queueFilter() });
  const { begin, isTaking } = useTakeNextCase();
  const [current, setCurrent] = useState(0);
  usePrefetchCase(myDay.next[0]?.id);
  useShortcuts([{ keys: 'Enter', label: t('day.begin'), run: begin }]);

  const listOf = (occasion: string, count: number) =>
    count === 0 ? format.count(0) : <Link to={`/cases?occasion=${occasion}`}>{format.count(count)}</Link>;
  return (
    <div className="stack">
      <PageHead
        title={t('day.title', { name: firstName })}
        lead={
          <>
            {format.dayInFull(myDay.day)}
            {queue && (
              <>
                {' · '}
                <Link to="/queue">{t('day.queue', { name: queue.name })}</Link>
              </>
            )}
          </>
        }
        actions={
          <Button kind="primary" icon="resume" shortcut="↵" busy={isTaking} onClick={begin}>
            {t('day.begin')}
          </Button>
        }
      />
      <StatTiles>
        <StatTile
          label={t('day.toDo')}
          value={<Link to="/queue?mine=yes">{format.count(myDay.toDo)}</Link>}
          note={t('day.doneToday', { count: myDay.doneToday })}
        />
        <StatTile label={t('day.promisesDue')} value={listOf('PROMISE_DUE', myDay.promisesDueToday)} />
        <StatTile label={t('day.brokenPromises')} value={listOf('BROKEN_PROMISE', myDay.brokenPromises)} />
        <StatTile label={t('day.disputesWaiting')} value={<Link to="/cases?disputed=yes">{format.count(myDay.disputesWaiting)}</Link>} />
        <StatTile label={t('day.disputesAnswered')} value={listOf('DISPUTE_ANSWERED', myDay.disputesAnswered)} />
        <StatTile label={t('day.newReplies')} value={listOf('REPLIED', myDay.newReplies)} />
        {myDay.toConfirm > 0 && <StatTile label={t('day.toConfirm')} value={<Link to="/confirm">{format.count(myDay.toConfirm)}</Link>} />}
        <StatTile label={t('day.collectedToday')} value={format.moneys(myDay.collectedToday) || '–'} />
        <StatTile
          label={t('day.collectedThisMonth')}
          value={<Link to="/movements">{format.moneys(myDay.collectedThisMonth, { whole: true }) || '–'}</Link>}
        />
      </StatTiles>
      <ApprovalsCard />
      <Card title={t('day.next')} actions={<Link to="/queue">{t('day.wholeQueue')}</Link>}>
        {myDay.next.length === 0 ? (
          <Empty title={t('queue.empty.title')} />
        ) : (
          <Table
            caption={t('day.next')}
            columns={columns}
            rows={myDay.next}
            rowKey={({ id }) => id}
            current={current}
            onCurrent={setCurrent}
            onOpen={({ id }) => void navigate(`/cases/${id}`)}
          />
        )}
      </Card>
      <AlertsCard />
      {myDay.callBacks.length > 0 && (
        <Card title={t('day.callBacks')}>
          <Table
            caption={t('day.callBacks')}
            rows={myDay.callBacks}
            rowKey={({ caseId }) => caseId}
            columns={[
              { id: 'at', label: t('day.callBackAt'), lead: true, cell: ({ at }) => <strong>{format.time(at)}</strong> },
              { id: 'brand', label: t('cases.column.brand'), lead: true, cell: ({ brand }) => <BrandStripe brand={brand} /> },
              {
                id: 'debtor',
                label: t('cases.column.debtor'),
                lead: true,
                cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.debtorName}</Link>,
              },
              { id: 'open', label: t('cases.column.open'), numeric: true, cell: ({ open }) => format.money(open) },
            ]}
          />
        </Card>
      )}
      <Card title={t('day.promises')}>
        {myDay.promisesDue.length === 0 ? (
          <p className="soft">{t('day.noPromises')}</p>
        ) : (
          <Table
            caption={t('day.promises')}
            rows={myDay.promisesDue}
            rowKey={({ caseId, dueOn }) => `${caseId} ${dueOn}`}
            columns={[
              { id: 'brand', label: t('cases.column.brand'), lead: true, cell: ({ brand }) => <BrandStripe brand={brand} /> },
              {
                id: 'debtor',
                label: t('cases.column.debtor'),
                lead: true,
                cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.debtorName}</Link>,
              },
              {
                id: 'invoices',
                label: t('invoices.title'),
                cell: ({ invoiceNumbers }) => <PromisedInvoices numbers={invoiceNumbers} />,
              },
              { id: 'amount', label: t('field.amount'), numeric: true, cell: ({ amount }) => format.money(amount) },
              { id: 'due', label: t('field.dueOn'), cell: ({ dueOn }) => format.relativeDay(dueOn) },
              {
                id: 'state',
                label: t('cases.column.state'),
                cell: ({ state }) => <Badge tone={promiseTone[state]}>{label('PromiseState', state)}</Badge>,
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}

const mostNamed = 3;

/** What a promise is for: the first numbers and how many more, or the whole. */
function PromisedInvoices({ numbers }: { numbers: readonly string[] }) {
  const t = useT();
  if (numbers.length === 0) return <span className="soft">{t('promise.whole')}</span>;
  const more = numbers.length - mostNamed;
  return (
    <span className="two-lines">
      <span>
        {numbers.slice(0, mostNamed).map((number, n) => (
          <Fragment key={number}>
            {n > 0 && ', '}
            <span className="reference">{number}</span>
          </Fragment>
        ))}
      </span>
      {more > 0 && <small>{t('day.moreInvoices', { count: more })}</small>}
    </span>
  );
}
