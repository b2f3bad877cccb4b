import { FormDialog, RadioGroup, request, Textarea, useLabels, useToast } from '@amiable/web-kit';
import type { QualityQuery, ReviewVerdict } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Key, useT } from '../../i18n/use-t';
import { AnswerReviewDocument, ReviewContactDocument } from './quality.documents';

export type QualityContact = QualityQuery['quality']['contacts'][number];
type Card = Record<'recall' | 'identity' | 'tone' | 'facts' | 'nextStep', ReviewVerdict>;

export const criteria: ReadonlyArray<readonly [keyof Card, Key]> = [
  ['recall', 'quality.recall'],
  ['identity', 'quality.identity'],
  ['tone', 'quality.tone'],
  ['facts', 'quality.facts'],
  ['nextStep', 'quality.nextStep'],
];
const verdicts: readonly ReviewVerdict[] = ['PASS', 'FAIL', 'NA'];
const fresh: Card = { recall: 'PASS', identity: 'PASS', tone: 'PASS', facts: 'PASS', nextStep: 'PASS' };

/** Évaluer: five criteria and a word. */
export function ReviewContactDialog({ contact, onClose }: { contact: QualityContact; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [card, setCard] = useState<Card>(contact.review ?? fresh);
  return (
    <FormDialog
      title={t('quality.reviewOf', { name: contact.collectorName })}
      submit={t('quality.review')}
      onClose={onClose}
      onSubmit={async ({ comment }, idempotencyKey) => {
        const { recall, identity, tone, facts, nextStep } = card;
        const input = { eventId: contact.eventId, recall, identity, tone, facts, nextStep, comment: comment ?? '', idempotencyKey };
        await request(ReviewContactDocument, { input });
        void queryClient.invalidateQueries({ queryKey: ['quality'] });
        toast({ text: t('quality.reviewed') });
      }}
    >
      {criteria.map(([criterion, words]) => (
        <RadioGroup
          key={criterion}
          inline
          legend={t(words)}
          name={criterion}
          value={card[criterion]}
          onChange={(value) => setCard((before) => ({ ...before, [criterion]: value as ReviewVerdict }))}
          options={verdicts.map((value) => ({ value, label: label('ReviewVerdict', value) }))}
        />
      ))}
      <Textarea label={t('quality.comment')} name="comment" maxLength={1000} defaultValue={contact.review?.comment ?? ''} />
    </FormDialog>
  );
}

/** Répondre: the words of who made the contact. */
export function AnswerReviewDialog({ contact, onClose }: { contact: QualityContact; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t('quality.answer')}
      submit={t('quality.answer')}
      onClose={onClose}
      onSubmit={async ({ answer }, idempotencyKey) => {
        await request(AnswerReviewDocument, { input: { eventId: contact.eventId, answer: answer!, idempotencyKey } });
        void queryClient.invalidateQueries({ queryKey: ['quality'] });
        toast({ text: t('quality.answered') });
      }}
    >
      <Textarea
        label={t('quality.yourAnswer')}
        name="answer"
        required
        maxLength={1000}
        data-autofocus=""
        defaultValue={contact.review?.answer ?? ''}
      />
    </FormDialog>
  );
}
