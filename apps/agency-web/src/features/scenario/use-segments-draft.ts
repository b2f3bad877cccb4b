import type { SegmentInput } from '@documents';
import { useState } from 'react';
import type { Segment, Strategy } from './use-strategy';

/** A segment while it is edited; texts as they are typed. */
export interface DraftSegment extends Omit<Segment, 'id' | 'cases' | 'open' | 'leastScore' | 'mostScore'> {
  readonly key: string;
  readonly id: string | null;
  readonly leastScore: string;
  readonly mostScore: string;
}

/** The list of segments on the screen; the last takes all and keeps its place. */
export function useSegmentsDraft({ segments: saved, scenarios }: Strategy) {
  const [segments, setSegments] = useState<readonly DraftSegment[]>(() =>
    saved.map((segment) => ({
      ...conditionsOf(segment),
      key: segment.id,
      id: segment.id,
      leastScore: segment.leastScore === null ? '' : String(segment.leastScore),
      mostScore: segment.mostScore === null ? '' : String(segment.mostScore),
    })),
  );
  const [isChanged, setChanged] = useState(false);
  const touch = (next: readonly DraftSegment[]) => {
    setSegments(next);
    setChanged(true);
  };
  const active = scenarios.filter(({ state }) => state === 'ACTIVE');
  return {
    segments,
    isChanged,
    active,
    change: (key: string, values: Partial<DraftSegment>) =>
      touch(segments.map((segment) => (segment.key === key ? { ...segment, ...values } : segment))),
    remove: (key: string) => touch(segments.filter((segment) => segment.key !== key)),
    restore: (all: readonly DraftSegment[]) => touch(all),
    move: (key: string, by: -1 | 1) => {
      const at = segments.findIndex((segment) => segment.key === key);
      const to = at + by;
      if (to < 0 || to >= segments.length - 1) return;
      const next = [...segments];
      [next[at], next[to]] = [next[to]!, next[at]!];
      touch(next);
    },
    add: () => {
      const key = `new ${segments.length} ${Date.now()}`;
      touch([...segments.slice(0, -1), { ...blank, key, id: null, lineId: active[0]!.lineId }, ...segments.slice(-1)]);
      return key;
    },
    input: (): SegmentInput[] =>
      segments.map((segment) => ({
        name: segment.name,
        debtorKind: segment.debtorKind,
        least: segment.least,
        most: segment.most,
        languages: segment.languages,
        tags: segment.tags,
        paymentMethods: segment.paymentMethods,
        segmentId: segment.id,
        scenarioId: segment.lineId,
        leastScore: segment.leastScore.trim() === '' ? null : Number(segment.leastScore),
        mostScore: segment.mostScore.trim() === '' ? null : Number(segment.mostScore),
      })),
  };
}

const conditionsOf = ({ name, lineId, debtorKind, least, most, languages, tags, paymentMethods }: Segment) => ({
  name,
  lineId,
  debtorKind,
  least,
  most,
  languages,
  tags,
  paymentMethods,
});

const blank = {
  name: '',
  debtorKind: null,
  least: null,
  most: null,
  leastScore: '',
  mostScore: '',
  languages: null,
  tags: null,
  paymentMethods: null,
} as const;
