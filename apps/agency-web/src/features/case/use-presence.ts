import { newIdempotencyKey, request, useRead } from '@amiable/web-kit';
import { graphql, type PresenceState } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { config } from '../../config';

const ColleaguesDocument = graphql(`
  query ColleaguesOn($caseId: ID!) {
    colleaguesOn(caseId: $caseId) {
      id
      name
      state
    }
  }
`);
const MarkPresenceDocument = graphql(`
  mutation MarkPresence($input: MarkPresenceInput!) {
    markPresence(input: $input) {
      id
      name
      state
    }
  }
`);

export interface Colleague {
  id: string;
  name: string;
  state: PresenceState;
}
/** This tab, as long as it lives. */
const seat = newIdempotencyKey();
const secondsBetweenSigns = 25;

/** Says that one is here, writes, or has gone to another window; answers the colleagues on the same case. */
export function usePresence(caseId: string, isWriting: boolean): readonly Colleague[] {
  const queryClient = useQueryClient();
  const key = ['presence', caseId] as const;
  const colleagues = useRead(key, ColleaguesDocument, { caseId });
  useEffect(() => {
    const say = async () => {
      const state = document.hidden ? 'AWAY' : isWriting ? 'WRITING' : 'VIEWING';
      const answer = await request(MarkPresenceDocument, { input: { caseId, seat, state } }).catch(() => null);
      if (answer) queryClient.setQueryData(['presence', caseId], { colleaguesOn: answer.markPresence });
    };
    const sayNow = () => void say();
    sayNow();
    const timer = setInterval(sayNow, secondsBetweenSigns * 1000);
    document.addEventListener('visibilitychange', sayNow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', sayNow);
    };
  }, [caseId, isWriting, queryClient]);
  useEffect(() => {
    const leave = () => {
      const input = { caseId, seat, state: 'GONE' };
      const body = JSON.stringify({ query: MarkPresenceDocument.toString(), variables: { input } });
      navigator.sendBeacon(config.endpoint, new Blob([body], { type: 'application/json' }));
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [caseId]);
  return colleagues.data?.colleaguesOn ?? [];
}
