import { Card, Empty, Icon, PageHead, Table, useFilters, useFormat, useLabels, useNeeded } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { ProposalsDocument } from './confirm.documents';
import { ProposalsCard } from './proposals-card';

/** Envois à confirmer: what the scenarios propose, by step; one step is opened and sent, or set aside, as a whole or in part. */
export default function ConfirmPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { proposals } = useNeeded(['proposals'], ProposalsDocument, {});
  const [{ step }] = useFilters('step');
  const keyOf = ({ scenarioId, stepNo }: { scenarioId: string; stepNo: number }) => `${scenarioId}.${stepNo}`;
  const chosen = proposals.find((group) => keyOf(group) === step) ?? proposals[0];
  return (
    <div className="stack">
      <PageHead title={t('confirm.title')} lead={t('confirm.lead')} />
      {!chosen ? (
        <Empty title={t('confirm.none')}>
          <p>{t('confirm.noneText')}</p>
        </Empty>
      ) : (
        <>
          <Card title={t('confirm.waiting', { count: proposals.reduce((sum, { cases }) => sum + cases, 0) })}>
            <Table
              caption={t('confirm.title')}
              rows={proposals}
              rowKey={keyOf}
              toneOf={(group) => (group === chosen ? 'attention' : undefined)}
              columns={[
                {
                  id: 'step',
                  label: t('confirm.step'),
                  lead: true,
                  cell: (group) => (
                    <span className="two-lines">
                      <Link className="row-link" to={`/confirm?step=${keyOf(group)}`} aria-current={group === chosen || undefined}>
                        {group.stepName}
                      </Link>
                      <small className="soft">{`${group.clientName} · ${group.scenarioName}`}</small>
                    </span>
                  ),
                },
                {
                  id: 'words',
                  label: t('scenario.words'),
                  cell: ({ channel, template }) => (
                    <span className="cluster">
                      <Icon name={channel === 'LETTER' ? 'letter' : 'mail'} /> {label('StepTemplate', template)}
                    </span>
                  ),
                },
                { id: 'since', label: t('confirm.since'), cell: ({ since }) => format.relativeDay(since) },
                { id: 'cases', label: t('segment.cases'), numeric: true, cell: ({ cases }) => format.count(cases) },
                { id: 'open', label: t('cases.column.open'), numeric: true, cell: ({ open }) => format.money(open) },
              ]}
            />
          </Card>
          <ProposalsCard key={keyOf(chosen)} scenarioId={chosen.scenarioId} stepNo={chosen.stepNo} />
        </>
      )}
    </div>
  );
}
