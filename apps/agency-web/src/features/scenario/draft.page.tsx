import {
  Button,
  Card,
  FormDialog,
  Input,
  LeaveGuard,
  newIdempotencyKey,
  Note,
  PageHead,
  request,
  useErrorSentence,
  useLabels,
  useShortcuts,
  useToast,
} from '@amiable/web-kit';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { NotFoundPage } from '../../not-found.page';
import { ActivateDraftDialog } from './activate-draft.dialog';
import { RehearsalPanel } from './rehearsal-panel';
import { DropDraftDocument, ReviseDraftDocument, RehearseDraftDocument } from './scenario.documents';
import { StepRow } from './step-row';
import { useDraft } from './use-draft';
import { type Scenario, type Strategy, useStrategy } from './use-strategy';

/** Brouillon of a scenario: edited, rehearsed on the real portfolio, put into service. */
export default function DraftPage() {
  const { clientId, scenarioId } = useParams();
  const { strategy, keep } = useStrategy(clientId!);
  const draft = strategy.scenarios.find(({ id, state }) => id === scenarioId && state === 'DRAFT');
  if (!draft || !useMay()('steer:Scenario')) return <NotFoundPage />;
  return <DraftEditor key={draft.id} draft={draft} strategy={strategy} keep={keep} />;
}

function DraftEditor({ draft, strategy, keep }: { draft: Scenario; strategy: Strategy; keep: (strategy: Strategy) => void }) {
  const t = useT();
  const { label } = useLabels();
  const toast = useToast();
  const navigate = useNavigate();
  const sentence = useErrorSentence();
  const back = `/clients/${strategy.clientId}/scenarios`;
  const { name, steps, isChanged, revision, settle, rename, change, remove, restore, add, sort, input } = useDraft(draft);
  const [isSaving, setSaving] = useState(false);
  const [isActivating, setActivating] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const save = async () => {
    if (!isChanged || isSaving) return;
    setSaving(true);
    setError(null);
    try {
      const wish = { scenarioId: draft.id, revision, name, steps: input(), idempotencyKey: newIdempotencyKey() };
      const { reviseDraft } = await request(ReviseDraftDocument, { input: wish });
      keep(reviseDraft);
      settle(reviseDraft.scenarios.find(({ id }) => id === draft.id)!);
      toast({ text: t('scenario.saved') });
    } catch (refusal) {
      setError(sentence(refusal));
    }
    setSaving(false);
  };
  useShortcuts([{ keys: 'mod+s', label: t('scenario.save'), run: () => void save() }]);
  const notYet = isChanged
    ? t('scenario.saveFirst')
    : draft.problems.length > 0
      ? t('scenario.mendFirst', { count: draft.problems.length })
      : null;
  return (
    <div className="stack">
      <PageHead
        title={t('scenario.draftTitle', { name: draft.name, version: draft.version })}
        lead={
          <>
            <Link to={`/clients/${strategy.clientId}`}>{strategy.clientName}</Link> · <Link to={back}>{t('scenario.title')}</Link>
            {strategy.hat && ` · ${label('Hat', strategy.hat)}`}
          </>
        }
        actions={
          <>
            <Button onClick={() => setDropping(true)}>{t('scenario.drop')}</Button>
            <Button busy={isSaving} disabledReason={isChanged ? null : t('scenario.nothingChanged')} onClick={() => void save()}>
              {t('scenario.save')}
            </Button>
            <Button kind="primary" disabledReason={notYet} onClick={() => setActivating(true)}>
              {t('scenario.activate')}
            </Button>
          </>
        }
      />
      {error && <Note tone="danger">{error}</Note>}
      {!isChanged && draft.problems.length > 0 && <Note tone="warning">{t('scenario.problems', { count: draft.problems.length })}</Note>}
      <Card title={t('scenario.steps')}>
        <div className="form">
          <Input label={t('scenario.name')} value={name} maxLength={80} onChange={(event) => rename(event.target.value)} />
        </div>
        <p className="soft">{t('scenario.daysHint')}</p>
        <ol className="draft-steps">
          {steps.map((step, i) => (
            <StepRow
              key={step.key}
              step={step}
              place={i + 1}
              currency={strategy.currency}
              channels={strategy.channels}
              isNew={step.key === added}
              problems={isChanged ? [] : draft.problems.filter(({ stepNo }) => stepNo === i + 1)}
              onChange={(values) => change(step.key, values)}
              onSort={sort}
              onRemove={() => {
                const before = steps;
                remove(step.key);
                toast({ text: t('scenario.stepRemoved', { name: step.name || String(i + 1) }), undo: () => restore(before) });
              }}
            />
          ))}
        </ol>
        <p>
          <Button icon="plus" onClick={() => setAdded(add())}>
            {t('scenario.addStep')}
          </Button>
        </p>
      </Card>
      <RehearsalPanel
        disabledReason={notYet}
        choice={{ legend: t('scenario.underWayCases'), yes: t('scenario.moveOn'), no: t('scenario.endOld') }}
        ask={async (moveCases, days) => (await request(RehearseDraftDocument, { scenarioId: draft.id, moveCases, days })).rehearseDraft}
      />
      {isActivating && (
        <ActivateDraftDialog
          draft={draft}
          strategy={strategy}
          onDone={(answer) => {
            keep(answer);
            void navigate(back);
          }}
          onClose={() => setActivating(false)}
        />
      )}
      {isDropping && (
        <FormDialog
          danger
          title={t('scenario.dropTitle', { name: draft.name, version: draft.version })}
          submit={t('scenario.drop')}
          onClose={() => setDropping(false)}
          onSubmit={async (_, idempotencyKey) => {
            keep((await request(DropDraftDocument, { input: { scenarioId: draft.id, idempotencyKey } })).dropDraft);
            toast({ text: t('scenario.dropped') });
            void navigate(back);
          }}
        >
          <p>{t('scenario.dropText')}</p>
        </FormDialog>
      )}
      <LeaveGuard when={isChanged} onLeave={() => undefined} />
    </div>
  );
}
