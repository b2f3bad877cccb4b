import { Button, Empty, PageHead } from '@amiable/web-kit';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { ExperimentsCard } from './experiments-card';
import { NewScenarioDialog } from './new-scenario.dialog';
import { ScenarioCard } from './scenario-card';
import { SegmentsCard } from './segments-card';
import { linesOf, useStrategy } from './use-strategy';

/** Scénarios of a client: which cases follow which, what each does, and what trials say. */
export default function ScenariosPage() {
  const t = useT();
  const navigate = useNavigate();
  const clientId = useParams().clientId!;
  const { strategy, keep } = useStrategy(clientId);
  const maySteer = useMay()('steer:Scenario');
  const [isNew, setIsNew] = useState(false);
  const lines = linesOf(strategy);
  return (
    <div className="stack">
      <PageHead
        title={t('scenario.title')}
        lead={<Link to={`/clients/${clientId}`}>{strategy.clientName}</Link>}
        actions={
          maySteer && (
            <Button
              icon="plus"
              kind="primary"
              disabledReason={strategy.hat === null ? t('scenario.needsMandate') : null}
              onClick={() => setIsNew(true)}
            >
              {t('scenario.new')}
            </Button>
          )
        }
      />
      {lines.length === 0 ? (
        <Empty title={t('client.noScenario')}>
          <p>{t('scenario.noneText')}</p>
        </Empty>
      ) : (
        <>
          <SegmentsCard strategy={strategy} maySteer={maySteer} />
          <div className="columns">
            {lines.map((line) => (
              <ScenarioCard key={line.shown.lineId} line={line} strategy={strategy} keep={keep} maySteer={maySteer} />
            ))}
          </div>
          <ExperimentsCard strategy={strategy} keep={keep} maySteer={maySteer} />
        </>
      )}
      {isNew && (
        <NewScenarioDialog
          strategy={strategy}
          keep={keep}
          onClose={() => setIsNew(false)}
          onDrafted={(scenarioId) => void navigate(`/clients/${clientId}/scenarios/${scenarioId}`)}
        />
      )}
    </div>
  );
}
