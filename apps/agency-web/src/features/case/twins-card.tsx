import { Button, Card, newIdempotencyKey, useErrorSentence, useFormat, useLabels, useToast } from '@amiable/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { ReviewTwinsDialog } from './review-twins.dialog';
import { SeparateDebtorsDocument } from './twin.documents';
import { type CaseStory, useCaseWrite } from './use-case';

export type Twin = CaseStory['twins'][number];

/** Doublons: what may be the same debtor with its reasons in words, and what is joined, which can be separated again. */
export function TwinsCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const toast = useToast();
  const format = useFormat();
  const { label } = useLabels();
  const sentence = useErrorSentence();
  const write = useCaseWrite(t('twins.separated'));
  const [open, setOpen] = useState(false);
  const proposed = theCase.twins.filter(({ jointId }) => jointId === null);
  const joined = theCase.twins.filter(({ jointId }) => jointId !== null);
  const mayReview = theCase.nextActions.some(({ action, allowed }) => action === 'reviewTwins' && allowed);
  if (theCase.twins.length === 0) return null;
  const separate = (jointId: string) =>
    void write(SeparateDebtorsDocument, { input: { caseId: theCase.id, jointId, idempotencyKey: newIdempotencyKey() } }).catch(
      (error: unknown) => toast({ text: sentence(error) }),
    );
  return (
    <Card title={t(proposed.length > 0 ? 'twins.title' : 'twins.joined')} {...(proposed.length > 0 && { tone: 'attention' as const })}>
      <ul className="people">
        {proposed.map(({ id, name, reasons }) => (
          <li key={id}>{t('twins.because', { name, reasons: reasons.map((reason) => label('TwinReason', reason)).join(', ') })}</li>
        ))}
      </ul>
      {proposed.length > 0 && mayReview && (
        <Button shortcut="V" onClick={() => setOpen(true)}>
          {t('twins.review')}
        </Button>
      )}
      {proposed.length > 0 && joined.length > 0 && <h3>{t('twins.joined')}</h3>}
      <ul className="people">
        {joined.map(({ id, reference, jointId, cases }) => (
          <li key={id}>
            <p>
              <span className="reference">{reference}</span>
            </p>
            {cases.map((one) => (
              <p key={one.id}>
                <Link to={`/cases/${one.id}`}>{one.reference}</Link> · {format.money(one.open)}
              </p>
            ))}
            {mayReview && (
              <Button kind="quiet" aria-label={`${t('twins.separate')} ${reference}`} onClick={() => separate(jointId!)}>
                {t('twins.separate')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <ReviewTwinsDialog theCase={theCase} onClose={() => setOpen(false)} />}
    </Card>
  );
}
