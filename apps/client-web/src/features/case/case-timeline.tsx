import { type IconName, Story } from '@amiable/web-kit';
import { files } from '../../config';
import { type Key, useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

const groups = [
  { id: 'messages', label: 'story.messages', icon: 'mail', starts: ['email.', 'letter.', 'message.', 'receipt.', 'call.'] },
  { id: 'promises', label: 'story.promises', icon: 'promise', starts: ['promise.', 'plan.'] },
  { id: 'disputes', label: 'story.disputes', icon: 'dispute', starts: ['dispute.'] },
  { id: 'money', label: 'story.money', icon: 'money', starts: ['payment.', 'remittance.'] },
  { id: 'file', label: 'story.file', icon: 'cases', starts: [''] },
] as const satisfies ReadonlyArray<{ id: string; label: Key; icon: IconName; starts: readonly string[] }>;

export function CaseTimeline({ timeline }: { timeline: CaseStory['timeline'] }) {
  const t = useT();
  return <Story events={timeline} groups={groups.map((group) => ({ ...group, label: t(group.label) }))} files={files} />;
}
