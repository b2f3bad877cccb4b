import { FormDialog, Note, RadioGroup, request, Textarea, useFormat, useLabels, useSentences, useToast } from '@amiable/web-kit';
import type { QualityQuery, ReviewVerdict } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Key, useT } from '../../i18n/use-t';
import { AnswerReviewDocument, ReviewContactDocument } from './quality.documents';

export type QualityContact = QualityQuery['quality']['contacts'][number];
type Card = Record<'recall' | 'identity' | 'tone' | 'facts' | 'nextStep', ReviewVerdict>;

export const criteria: ReadonlyArray<readonly [keyof Card, Key]> = [
  ['recall', 'control.recall'],
  ['identity', 'control.identity'],
  ['tone', 'control.tone'],
  ['facts', 'control.facts'],
  ['nextStep', 'control.nextStep'],
];
const verdicts: readonly ReviewVerdict[] = ['PASS', 'FAIL', 'NA'];

/** What was said or written, by whom and when. */
function ContactShown({ contact }: { contact: QualityContact }) {
  const t = useT();
  const format = useFormat();
  const { timeline } = useSentences();
  const { kind, facts, at, collectorName, caseId, debtorName, reference } = contact;
  return (
    <Note>
      <div className="two-lines">
        <strong>{timeline(kind, facts)}</strong>
        {typeof facts.note === 'string' && <span>{facts.note}</span>}
        <small className="soft">
          {collectorName} · {format.instant(at)} · {debtorName}, {reference} · <Link to={`/cases/${caseId}`}>{t('control.openCase')}</Link>
        </small>
      </div>
    </Note>
  );
}

/** Évaluer: five criteria, none of them judged beforehand, and a word. */
export function ReviewContactDialog({ contact, onClose }: { contact: QualityContact; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [card, setCard] = useState<Partial<Card>>(contact.review ?? {});
  return (
    <FormDialog
      title={t('control.reviewOf', { name: contact.collectorName })}
      submit={t('control.review')}
      disabledReason={criteria.every(([criterion]) => card[criterion]) ? null : t('control.chooseAll')}
      onClose={onClose}
      onSubmit={async ({ comment }, idempotencyKey) => {
        const { recall, identity, tone, facts, nextStep } = card as Card;
        const input = { eventId: contact.eventId, recall, identity, tone, facts, nextStep, comment: comment ?? '', idempotencyKey };
        await request(ReviewContactDocument, { input });
        void queryClient.invalidateQueries({ queryKey: ['quality'] });
        toast({ text: t('control.reviewed') });
      }}
    >
      <ContactShown contact={contact} />
      {criteria.map(([criterion, words]) => (
        <RadioGroup
          key={criterion}
          inline
          legend={t(words)}
          name={criterion}
          value={card[criterion] ?? ''}
          onChange={(value) => setCard((before) => ({ ...before, [criterion]: value as ReviewVerdict }))}
          options={verdicts.map((value) => ({ value, label: label('ReviewVerdict', value) }))}
        />
      ))}
      <Textarea label={t('control.comment')} name="comment" maxLength={1000} defaultValue={contact.review?.comment ?? ''} />
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
      title={t('control.answer')}
      submit={t('control.answer')}
      onClose={onClose}
      onSubmit={async ({ answer }, idempotencyKey) => {
        await request(AnswerReviewDocument, { input: { eventId: contact.eventId, answer: answer!, idempotencyKey } });
        void queryClient.invalidateQueries({ queryKey: ['quality'] });
        toast({ text: t('control.answered') });
      }}
    >
      <ContactShown contact={contact} />
      <Textarea
        label={t('control.yourAnswer')}
        name="answer"
        required
        maxLength={1000}
        data-autofocus=""
        defaultValue={contact.review?.answer ?? ''}
      />
    </FormDialog>
  );
}
