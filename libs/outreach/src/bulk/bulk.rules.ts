import { tagOf } from '@amiable/cases';
import { Refusal, Temporal } from '@amiable/kernel';
import { messageTemplates } from '../message/message-templates';
import { atOnce, mostCases, type BulkActKind, type BulkInput } from './bulk.types';

/** What CASL calls the act on a case. */
export const abilityOfAct: Readonly<Record<BulkActKind, string>> = {
  assign: 'assign',
  hold: 'hold',
  message: 'contact',
  tag: 'tag',
  untag: 'tag',
};

/** Templates that may go to many at once: each says what it has to say without a word of its own for the case. */
export const bulkTemplates = messageTemplates.filter(({ template }) => ['reminder_1', 'reminder_2', 'formal_notice'].includes(template));

export class BulkRefused extends Refusal {}

/** Checks what the act needs and brings it into its form. Throws BulkRefused and DayInPast's code for a day that has gone. */
export function bulkInputOf(act: BulkActKind, input: BulkInput, today: Temporal.PlainDate): BulkInput {
  const nothing: BulkInput = { ownerId: null, reason: null, until: null, template: null, tag: null };
  switch (act) {
    case 'assign':
      return { ...nothing, ownerId: input.ownerId };
    case 'hold': {
      const reason = input.reason?.trim() ?? '';
      if (!reason) throw new BulkRefused('TEXT_MISSING', {}, 'reason');
      if (input.until === null || Temporal.PlainDate.compare(Temporal.PlainDate.from(input.until), today) <= 0)
        throw new BulkRefused('DAY_IN_PAST', { today: today.toString() }, 'until');
      return { ...nothing, reason, until: input.until };
    }
    case 'message':
      if (!bulkTemplates.some(({ key }) => key === input.template))
        throw new BulkRefused('UNKNOWN_TEMPLATE', { value: input.template ?? '' }, 'template');
      return { ...nothing, template: input.template };
    case 'tag':
    case 'untag': {
      const tag = tagOf(input.tag ?? '');
      if (!tag) throw new BulkRefused('TEXT_MISSING', {}, 'tag');
      return { ...nothing, tag };
    }
  }
}

/** Throws BulkRefused when there is nothing to act on, or too much. */
export function requireBulkSize(cases: number): void {
  if (cases === 0) throw new BulkRefused('NOTHING_SELECTED');
  if (cases > mostCases) throw new BulkRefused('TOO_MANY_SELECTED', { most: mostCases });
}

/** Which piece of the work a case belongs to. */
export const chunkOf = (place: number): number => Math.floor(place / atOnce);
