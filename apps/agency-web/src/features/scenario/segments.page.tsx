import {
  Button,
  Card,
  LeaveGuard,
  newIdempotencyKey,
  PageHead,
  Refusal,
  request,
  useErrorSentence,
  useShortcuts,
  useToast,
} from '@amiable/web-kit';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { NotFoundPage } from '../../not-found.page';
import { RehearsalPanel } from './rehearsal-panel';
import { RehearseSegmentsDocument, ReviseSegmentsDocument } from './scenario.documents';
import { SegmentRow } from './segment-row';
import { useSegmentsDraft } from './use-segments-draft';
import { type Strategy, useStrategy } from './use-strategy';

/** Segments: the list that says which cases follow which scenario, from top to bottom. */
export default function SegmentsPage() {
  const { strategy, keep } = useStrategy(useParams().clientId!);
  if (!useMay()('steer:Scenario') || strategy.segments.length === 0) return <NotFoundPage />;
  return <SegmentsEditor strategy={strategy} keep={keep} />;
}

function SegmentsEditor({ strategy, keep }: { strategy: Strategy; keep: (strategy: Strategy) => void }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const sentence = useErrorSentence();
  const back = `/clients/${strategy.clientId}/scenarios`;
  const { segments, isChanged, active, change, remove, restore, move, add, input } = useSegmentsDraft(strategy);
  const [wrong, setWrong] = useState<{ place: number; field: string; text: string } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [moveWaiting, setMoveWaiting] = useState(true);
  const placed = (refusal: unknown) => {
    const [, place, field] = (refusal instanceof Refusal && /^segments\.(\d+)\.(\w+)$/.exec(refusal.field ?? '')) || [];
    setWrong({ place: Number(place ?? 0), field: field ?? 'name', text: sentence(refusal) });
  };
  const save = async () => {
    if (!isChanged || isSaving) return;
    setSaving(true);
    setWrong(null);
    try {
      const wish = { clientId: strategy.clientId, segments: input(), moveWaiting, idempotencyKey: newIdempotencyKey() };
      const { reviseSegments } = await request(ReviseSegmentsDocument, { input: wish });
      keep(reviseSegments.strategy);
      toast({ text: reviseSegments.moved > 0 ? t('segment.savedMoved', { count: reviseSegments.moved }) : t('segment.saved') });
      void navigate(back);
    } catch (refusal) {
      placed(refusal);
      setSaving(false);
    }
  };
  useShortcuts([{ keys: 'mod+s', label: t('segment.save'), run: () => void save() }]);
  return (
    <div className="stack">
      <PageHead
        title={t('segment.title')}
        lead={
          <>
            <Link to={`/clients/${strategy.clientId}`}>{strategy.clientName}</Link> · <Link to={back}>{t('scenario.title')}</Link>
          </>
        }
        actions={
          <Button
            kind="primary"
            busy={isSaving}
            disabledReason={isChanged ? null : t('scenario.nothingChanged')}
            onClick={() => void save()}
          >
            {t('segment.save')}
          </Button>
        }
      />
      <Card>
        <p className="soft">{t('segment.lead')}</p>
        <ol className="draft-steps">
          {segments.map((segment, i) => (
            <SegmentRow
              key={segment.key}
              segment={segment}
              place={i + 1}
              count={segments.length}
              scenarios={active}
              currency={strategy.currency}
              tags={strategy.tags}
              isNew={segment.key === added}
              wrong={wrong?.place === i ? wrong : null}
              onChange={(values) => change(segment.key, values)}
              onMove={(by) => move(segment.key, by)}
              onRemove={() => {
                const before = segments;
                remove(segment.key);
                toast({ text: t('segment.removed', { name: segment.name || String(i + 1) }), undo: () => restore(before) });
              }}
            />
          ))}
        </ol>
        <p>
          <Button icon="plus" onClick={() => setAdded(add())}>
            {t('segment.add')}
          </Button>
        </p>
      </Card>
      <RehearsalPanel
        disabledReason={isChanged ? null : t('scenario.nothingChanged')}
        choice={{ legend: t('segment.waitingCases'), yes: t('segment.moveWaiting'), no: t('segment.keepWaiting') }}
        ask={async (moves, days) => {
          setMoveWaiting(moves);
          const wish = { clientId: strategy.clientId, segments: input(), moveWaiting: moves, days };
          return (await request(RehearseSegmentsDocument, wish)).rehearseSegments;
        }}
      />
      <LeaveGuard when={isChanged && !isSaving} onLeave={() => undefined} />
    </div>
  );
}
