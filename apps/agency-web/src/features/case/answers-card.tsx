import { Badge, Button, Card, dayOfInstant, Note, useFormat, useLabels, useSentences } from '@amiable/web-kit';
import { useState } from 'react';
import { files } from '../../config';
import { useT } from '../../i18n/use-t';
import { answerTone } from '../../tones';
import { SettleAnswerDialog } from './settle-answer.dialog';
import type { CaseStory } from './use-case';

type Answer = CaseStory['answers'][number];
type Outcome = Answer['outcomes'][number];

/** What the debtor told us on his page: first what waits for somebody, with the buttons that settle it. */
export function AnswersCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const [settling, setSettling] = useState<{ answer: Answer; outcome: Outcome } | null>(null);
  const shown = theCase.answers.filter(({ kind, state }) => state === 'OPEN' || kind === 'MESSAGE').slice(0, 8);
  if (shown.length === 0) return null;
  return (
    <Card title={t('answers.title')} {...(shown.some(({ outcomes }) => outcomes.length > 0) ? { tone: 'attention' as const } : {})}>
      {shown.map((answer) => (
        <AnswerRow key={answer.id} answer={answer} onSettle={(outcome) => setSettling({ answer, outcome })} />
      ))}
      {settling && <SettleAnswerDialog theCase={theCase} {...settling} onClose={() => setSettling(null)} />}
    </Card>
  );
}

function AnswerRow({ answer, onSettle }: { answer: Answer; onSettle: (outcome: Outcome) => void }) {
  const t = useT();
  const format = useFormat();
  const { label, ofFamily } = useLabels();
  const { timeline } = useSentences();
  const { kind, state, outcomes, followUpOn } = answer;
  return (
    <div className="dispute">
      <p className="cluster">
        <strong>{timeline(`answer.${kind.toLowerCase()}`, answer.facts)}</strong>
        <Badge tone={answerTone[state]}>{label('AnswerState', state)}</Badge>
      </p>
      <p className="soft">
        {format.day(dayOfInstant(answer.givenAt))} · {answer.reference}
      </p>
      {answer.note && <blockquote>{answer.note}</blockquote>}
      {answer.files.length > 0 && (
        <ul>
          {answer.files.map(({ id, filename }) => (
            <li key={id}>
              <a href={files.download(id)}>{filename}</a>
            </li>
          ))}
        </ul>
      )}
      {answer.reply && <p>{t('answers.reply', { reply: answer.reply })}</p>}
      {state === 'OPEN' && followUpOn && <p className="soft">{t('answers.answerBy', { followUpOn: format.day(followUpOn) })}</p>}
      {outcomes.length > 0 && (
        <div className="acts">
          {outcomes.map((outcome) => (
            <Button key={outcome} className="block" onClick={() => onSettle(outcome)}>
              {ofFamily('settle', `${kind}.${outcome}`) ?? label('AnswerOutcome', outcome)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** How this debtor may be spoken to, where it is not as usual. */
export function ContactWishesNote({ theCase: { contactWishes } }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const { careUntil, contactDoubtful, refusesCalls, refusesEmail } = contactWishes;
  if (!careUntil && !contactDoubtful && !refusesCalls && !refusesEmail) return null;
  return (
    <Note tone="warning">
      {careUntil && (
        <>
          <Badge tone="warning">{t('care.badge')}</Badge> {t('care.meaning', { careUntil: format.day(careUntil) })}{' '}
        </>
      )}
      {contactDoubtful && <>{t('wishes.doubtful')} </>}
      {refusesEmail && <>{t('wishes.noEmail')} </>}
      {refusesCalls && <>{t('wishes.noCalls')} </>}
    </Note>
  );
}
