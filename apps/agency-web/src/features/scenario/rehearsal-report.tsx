import { Badge, Button, Icon, StatTile, StatTiles, Table, useFormat, useLabels, useSentences } from '@amiable/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { channelIcons } from './step-list';
import type { Rehearsal } from './use-strategy';

const fewRows = 25;
const channels = ['EMAIL', 'LETTER', 'CALL', 'TASK'] as const;

/** What would happen, beside what would happen without the change: totals, days, what stands still, and each step. */
export function RehearsalReport({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { waitingReason } = useSentences();
  const [all, setAll] = useState(false);
  const { from, until, asIs, changed, days, blocks, sameCases, otherCases, stepCount, steps } = rehearsal;
  const count = (of: Rehearsal['asIs'], channel: string) => of.byChannel.find((one) => one.channel === channel)?.steps ?? 0;
  const rows = channels
    .map((channel) => ({ channel, asIs: count(asIs, channel), changed: count(changed, channel) }))
    .filter((row) => row.asIs + row.changed > 0);
  const signed = (n: number) => (n === 0 ? '=' : `${n > 0 ? '+' : '−'}${format.count(Math.abs(n))}`);
  const most = Math.max(1, ...days.flatMap((day) => [day.asIs, day.changed]));
  return (
    <div className="stack" role="status">
      <h3>{t('rehearsal.between', { from: format.day(from), until: format.day(until) })}</h3>
      <StatTiles>
        <StatTile label={t('rehearsal.cases')} value={format.count(changed.cases)} note={t('rehearsal.asIsN', { count: asIs.cases })} />
        <StatTile label={t('rehearsal.otherCases')} value={format.count(otherCases)} note={t('rehearsal.sameN', { count: sameCases })} />
        <StatTile
          label={t('rehearsal.postage')}
          value={format.money(changed.postage)}
          note={t('rehearsal.asIsMoney', { amount: format.money(asIs.postage) })}
        />
        <StatTile
          label={t('rehearsal.proposed')}
          value={format.count(changed.proposed)}
          note={t('rehearsal.asIsN', { count: asIs.proposed })}
        />
      </StatTiles>
      <Table
        caption={t('rehearsal.byChannel')}
        rows={rows}
        rowKey={({ channel }) => channel}
        columns={[
          { id: 'channel', label: t('scenario.channel'), lead: true, cell: ({ channel }) => label('StepChannel', channel) },
          { id: 'asIs', label: t('rehearsal.asIs'), numeric: true, cell: (row) => format.count(row.asIs) },
          { id: 'changed', label: t('rehearsal.changed'), numeric: true, cell: (row) => format.count(row.changed) },
          { id: 'difference', label: t('rehearsal.difference'), numeric: true, cell: (row) => signed(row.changed - row.asIs) },
        ]}
      />
      {blocks.length > 0 && (
        <section>
          <h4>{t('rehearsal.blocks')}</h4>
          <ul className="reasons">
            {blocks.map(({ reason, cases }) => (
              <li key={reason}>{`${waitingReason(reason, {})} (${format.count(cases)})`}</li>
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary>{t('rehearsal.dayByDay')}</summary>
        <table className="small-table rehearsal-days">
          <caption className="visually-hidden">{t('rehearsal.dayByDay')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rehearsal.day')}</th>
              <th scope="col" data-numeric>
                {t('rehearsal.asIs')}
              </th>
              <th scope="col" data-numeric>
                {t('rehearsal.changed')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <th scope="row">{format.day(day.day)}</th>
                <td data-numeric>{format.count(day.asIs)}</td>
                <td data-numeric>{format.count(day.changed)}</td>
                <td aria-hidden="true">
                  <span className="rehearsal-bar series-2" style={{ inlineSize: `${(day.asIs / most) * 100}%` }} />
                  <span className="rehearsal-bar series-1" style={{ inlineSize: `${(day.changed / most) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <h4>{t('rehearsal.whoGetsWhat', { count: stepCount })}</h4>
      <Table
        caption={t('rehearsal.whoGetsWhat', { count: stepCount })}
        rows={all ? steps : steps.slice(0, fewRows)}
        rowKey={({ caseId, day, stepName }) => `${caseId} ${day} ${stepName}`}
        columns={[
          { id: 'day', label: t('rehearsal.day'), lead: true, cell: ({ day }) => format.day(day) },
          {
            id: 'debtor',
            label: t('cases.column.debtor'),
            lead: true,
            cell: ({ caseId, debtorName, reference }) => (
              <span className="two-lines">
                <Link to={`/cases/${caseId}`}>{debtorName}</Link>
                <small className="soft">{reference}</small>
              </span>
            ),
          },
          {
            id: 'step',
            label: t('rehearsal.step'),
            cell: ({ channel, stepName, scenarioName, isProposed }) => (
              <span className="two-lines">
                <span className="cluster">
                  <Icon name={channelIcons[channel]} /> {stepName} {isProposed && <Badge tone="info">{t('scenario.toConfirm')}</Badge>}
                </span>
                <small className="soft">{`${label('StepChannel', channel)} · ${scenarioName}`}</small>
              </span>
            ),
          },
          { id: 'open', label: t('cases.column.open'), numeric: true, cell: ({ open }) => format.money(open) },
        ]}
      />
      {!all && steps.length > fewRows && (
        <p>
          <Button onClick={() => setAll(true)}>{t('rehearsal.showAll', { count: steps.length })}</Button>
        </p>
      )}
      {all && stepCount > steps.length && <p className="soft">{t('rehearsal.firstOnly', { count: steps.length })}</p>}
    </div>
  );
}
