import { Badge, Button, Card, Menu, newIdempotencyKey, request, useErrorSentence, useFormat, useLabels, useToast } from '@amiable/web-kit';
import { Link, useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import { DraftScenarioDocument, RetireScenarioDocument } from './scenario.documents';
import { StepList } from './step-list';
import type { linesOf, Strategy } from './use-strategy';

const tones = { ACTIVE: 'ok', DRAFT: 'warning', RETIRED: 'neutral' } as const;

interface Props {
  line: ReturnType<typeof linesOf>[number];
  strategy: Strategy;
  keep: (strategy: Strategy) => void;
  maySteer: boolean;
}

/** One scenario: the version that is worked, its draft, and the former ones. */
export function ScenarioCard({ line: { shown, draft, versions }, strategy, keep, maySteer }: Props) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const toast = useToast();
  const sentence = useErrorSentence();
  const draftPage = (id: string) => `/clients/${strategy.clientId}/scenarios/${id}`;
  const drawUp = async () => {
    try {
      const input = { clientId: strategy.clientId, scenarioId: shown.id, idempotencyKey: newIdempotencyKey() };
      const { draftScenario } = await request(DraftScenarioDocument, { input });
      keep(draftScenario.strategy);
      void navigate(draftPage(draftScenario.scenarioId));
    } catch (error) {
      toast({ text: sentence(error) });
    }
  };
  const retire = async () => {
    try {
      const input = { scenarioId: shown.id, idempotencyKey: newIdempotencyKey() };
      keep((await request(RetireScenarioDocument, { input })).retireScenario);
      toast({ text: t('scenario.retired', { name: shown.name }) });
    } catch (error) {
      toast({ text: sentence(error) });
    }
  };
  const inUse = strategy.segments.find(({ lineId }) => lineId === shown.lineId);
  const former = versions.filter(({ id, state }) => state === 'RETIRED' && id !== shown.id);
  return (
    <Card
      title={shown.name}
      actions={
        <span className="cluster">
          <Badge tone={tones[shown.state]}>{label('ScenarioState', shown.state)}</Badge>
          {maySteer && shown.state === 'ACTIVE' && (
            <Menu
              label={t('scenario.acts')}
              items={[
                {
                  label: t('scenario.retire'),
                  disabledReason: inUse ? t('scenario.inUse', { segment: inUse.name }) : null,
                  onChoose: () => void retire(),
                },
              ]}
            />
          )}
        </span>
      }
    >
      <p className="soft">
        {t('scenario.versionOf', { version: shown.version })}
        {shown.activatedAt && ` · ${t('scenario.since', { on: format.instant(shown.activatedAt) })}`}
        {shown.activatedByName && ` · ${shown.activatedByName}`}
        {shown.underWay > 0 && ` · ${t('scenario.underWay', { count: shown.underWay })}`}
      </p>
      <StepList steps={shown.steps} currency={strategy.currency} />
      {draft && (
        <p className="cluster">
          {draft.id !== shown.id && <Badge tone="warning">{t('scenario.draftOf', { version: draft.version })}</Badge>}
          {maySteer && (
            <Link className="button" to={draftPage(draft.id)}>
              {t('scenario.goOnDraft')}
            </Link>
          )}
        </p>
      )}
      {maySteer && !draft && shown.state === 'ACTIVE' && (
        <p>
          <Button icon="note" onClick={() => void drawUp()}>
            {t('scenario.drawNext', { version: nextVersion(versions) })}
          </Button>
        </p>
      )}
      {former.length > 0 && (
        <details>
          <summary>{t('scenario.former', { count: former.length })}</summary>
          {former.map((version) => (
            <section key={version.id} className="stack">
              <h3>
                {t('scenario.versionOf', { version: version.version })}
                {version.underWay > 0 && <small className="soft"> · {t('scenario.underWay', { count: version.underWay })}</small>}
              </h3>
              <StepList steps={version.steps} currency={strategy.currency} />
            </section>
          ))}
        </details>
      )}
    </Card>
  );
}

const nextVersion = (versions: ReadonlyArray<{ version: number }>) => Math.max(...versions.map(({ version }) => version)) + 1;
