import type { GivenAnswer } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Card } from '../parts/layout';
import { whatWasSaid, whereItStands } from './answer-words';

/** What the debtor told us, with its date, where it stands and our answer. */
export function GivenAnswers({ answers }: { answers: readonly GivenAnswer[] }) {
  const { t, day } = useFrame();
  const words = useFrame();
  // What is contested stands in its own card, invoice by invoice.
  const shown = answers.filter(({ kind }) => kind !== 'dispute');
  if (shown.length === 0) return null;
  return (
    <Card title={t('given.title')} id="answers">
      <ul className="answers">
        {shown.map((answer) => (
          <li key={answer.id}>
            <strong>{whatWasSaid(answer, words)}</strong>
            <span className="small">
              {t('given.on', { day: day(answer.givenOn) })} · {answer.reference}
            </span>
            {whereItStands(answer, words)}
            {answer.note && answer.kind === 'message' && <span className="small long pre">{answer.note}</span>}
            <FileLinks answer={answer} />
            {answer.reply && (
              <blockquote>
                {answer.repliedOn && <span className="small">{t('given.replyOn', { day: day(answer.repliedOn) })}</span>}
                <span className="long pre">{answer.reply}</span>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The files of an answer, as we keep them. */
export function FileLinks({ answer }: { answer: GivenAnswer }) {
  const { frame } = useFrame();
  if (answer.files.length === 0) return null;
  return (
    <ul className="links">
      {answer.files.map(({ id, filename }) => (
        <li key={id}>
          <a className="long" href={`${frame.base}/answers/files/${id}`}>
            {filename}
          </a>
        </li>
      ))}
    </ul>
  );
}
