import { type IconName, useSentences } from '@amiable/web-kit';
import { type Key, useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

/** What can be done on a case; the names are those of the mutations and of `nextActions`. */
const acts = [
  { name: 'logCall', label: 'act.logCall', icon: 'phone', keys: 't' },
  { name: 'sendMessage', label: 'act.sendMessage', icon: 'mail', keys: 'm' },
  { name: 'recordPromise', label: 'act.recordPromise', icon: 'promise', keys: 'p' },
  { name: 'agreePlan', label: 'act.agreePlan', icon: 'plan', keys: 'y' },
  { name: 'openDispute', label: 'act.openDispute', icon: 'dispute', keys: 'l' },
  { name: 'addNote', label: 'act.addNote', icon: 'note', keys: 'n' },
  { name: 'correctDebtor', label: 'act.correctDebtor', icon: 'user', keys: 'd' },
  { name: 'keepContact', label: 'act.keepContact', icon: 'user', keys: 'i' },
  { name: 'reviewTwins', label: 'act.reviewTwins', icon: 'search', keys: 'v' },
  { name: 'snoozeCase', label: 'act.snoozeCase', icon: 'clock', keys: 's' },
  { name: 'finishTask', label: 'act.finishTask', icon: 'check', keys: 'f' },
  { name: 'skipStep', label: 'act.skipStep', icon: 'next', keys: null },
  { name: 'assignCase', label: 'act.assignCase', icon: 'user', keys: 'a' },
  { name: 'recordTransfer', label: 'act.recordTransfer', icon: 'money', keys: null },
  { name: 'holdCase', label: 'act.holdCase', icon: 'hold', keys: null },
  { name: 'resumeCase', label: 'act.resumeCase', icon: 'resume', keys: null },
  { name: 'stopAsking', label: 'act.stopAsking', icon: 'hold', keys: null },
  { name: 'revokeLinks', label: 'act.revokeLinks', icon: 'close', keys: null },
  { name: 'closeCase', label: 'act.closeCase', icon: 'close', keys: null },
  { name: 'closeDispute', label: 'act.closeDispute', icon: 'check', keys: null },
] as const satisfies ReadonlyArray<{ name: string; label: Key; icon: IconName; keys: string | null }>;
export type CaseAct = (typeof acts)[number]['name'];

export interface Act {
  readonly name: CaseAct;
  readonly label: string;
  readonly icon: IconName;
  readonly keys: string | null;
  /** Why it may not be done now, in words; null when it may. */
  readonly refusal: string | null;
}

/** The acts that the server offers for this case, in our order; those not allowed say why. What a role never does is left out. */
export function useActs({ nextActions }: CaseStory): Act[] {
  const t = useT();
  const { refusal, waitingReason } = useSentences();
  return acts.flatMap(({ name, label, icon, keys }) => {
    const offered = nextActions.find(({ action }) => action === name);
    if (!offered || offered.reason === 'FORBIDDEN') return [];
    const code = offered.reason ?? 'NO_SUCH_TRANSITION';
    const why = offered.allowed ? null : (refusal(code, offered.facts) ?? waitingReason(code, offered.facts));
    return [{ name, label: t(label), icon, keys, refusal: why }];
  });
}
