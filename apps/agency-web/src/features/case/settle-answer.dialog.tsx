import { FormDialog, Note, Textarea, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { SettleAnswerDocument } from './contact.documents';
import { type CaseStory, useCaseWrite } from './use-case';

type Answer = CaseStory['answers'][number];

/** Settles what the debtor said, in words he receives by e-mail and finds on his page. */
export function SettleAnswerDialog({
  theCase,
  answer,
  outcome,
  onClose,
}: {
  theCase: CaseStory;
  answer: Answer;
  outcome: Answer['outcomes'][number];
  onClose: () => void;
}) {
  const t = useT();
  const { label, ofFamily } = useLabels();
  const write = useCaseWrite(t('settle.done'));
  const effect = ofFamily('settleEffect', `${answer.kind}.${outcome}`);
  return (
    <FormDialog
      title={ofFamily('settle', `${answer.kind}.${outcome}`) ?? label('AnswerOutcome', outcome)}
      submit={t('settle.submit')}
      onClose={onClose}
      onSubmit={({ reply }, idempotencyKey) =>
        write(SettleAnswerDocument, { input: { answerId: answer.id, outcome, reply: reply!, idempotencyKey } })
      }
    >
      <p className="soft">{theCase.debtor.name}</p>
      {answer.note && <blockquote>{answer.note}</blockquote>}
      <Textarea label={t('settle.reply')} hint={t('settle.replyHint')} name="reply" required maxLength={4000} />
      {effect && <Note>{effect}</Note>}
    </FormDialog>
  );
}
