import {
  Button,
  Checkbox,
  ErrorNote,
  Facts,
  FormDialog,
  Note,
  Select,
  Skeleton,
  Textarea,
  useFormat,
  useLabels,
  useRead,
  useSentences,
} from '@amiable/web-kit';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMe } from '../../me';
import { MessagePreviewDocument, SendMessageDocument } from './contact.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { type Finding, LintFindings } from './lint-findings';
import { keepDraft, readDraft } from './message-drafts';
import { MessagePreview } from '../../message-preview';
import { type CaseStory, useCaseWrite } from './use-case';
import { useRecall } from './use-recall';

/** The last amicable letter is never sent by a slip of the hand: it is confirmed. */
const formalNotice = 'formal_notice';
/** Milliseconds without a key after which the words are shown in the message and looked at. */
const pause = 300;

/** The key of the composer's template for a step of the scenario. */
const templateKeyOf = ({ channel, template }: CaseStory['waitingSteps'][number]) =>
  `${template?.toLowerCase()}${channel === 'LETTER' && template !== 'FORMAL_NOTICE' ? '_letter' : ''}`;

/**
 * A step that waits for a hand stands ready, else what the scenario would send next, else the first template; never the formal notice where another one is offered. The
 * agency's own first word is a letter (R124-4 CPCE).
 */
function suggested({ templates, nextStep, waitingSteps, hat, firstLetterReference }: CaseStory): string {
  const ordinary = templates.filter(({ key }) => key !== formalNotice);
  const offered = hat === 'AGENCY' && !firstLetterReference ? ordinary.filter(({ channel }) => channel === 'LETTER') : ordinary;
  const waits = waitingSteps.find((step) => !step.isProposed && step.template !== null);
  const asked = waits && templates.find(({ key }) => key === templateKeyOf(waits));
  return (asked ?? offered.find(({ name }) => name === nextStep?.name) ?? offered[0] ?? templates[0])?.key ?? '';
}

/** Composer: a template and words of one's own, looked at while typing, exactly as they would leave under the brand of the case. */
export function SendMessageDialog({ theCase, colleagues, onClose, onAct }: CaseDialogProps) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { waitingReason } = useSentences();
  const recall = useRecall();
  const myName = useMe().data?.me?.user.name;
  const [draft] = useState(() => readDraft(theCase.id));
  const [template, setTemplate] = useState(() =>
    theCase.templates.some(({ key }) => key === draft?.template) ? draft!.template : suggested(theCase),
  );
  const [note, setNote] = useState(draft?.note ?? '');
  const [contactId, setContactId] = useState('');
  const people = theCase.debtorFile.contacts.filter(({ email }) => email);
  const [looked, setLooked] = useState(note);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(note), pause);
    keepDraft(theCase.id, { template, note });
    return () => clearTimeout(timer);
  }, [note, template, theCase.id]);
  const write = useCaseWrite(t('message.done'), (after) => {
    const before = new Set(theCase.waitingMessages.map(({ id }) => id));
    const mine = after.waitingMessages.findLast(({ id, byName }) => byName === myName && !before.has(id));
    if (!mine) return undefined;
    const takeBack = async () => {
      if (!(await recall(mine.id))) return;
      keepDraft(theCase.id, { template, note });
      if (note.trim() !== '') onAct('sendMessage'); // the words are there again
    };
    return { undo: () => void takeBack(), ...(mine.channel === 'EMAIL' && { undoSeconds: 10 }) };
  });
  const preview = useRead(
    ['preview', theCase.id, theCase.version, template, looked],
    MessagePreviewDocument,
    { caseId: theCase.id, template, note: looked || null },
    { enabled: template !== '', keepsFormer: true },
  );
  const message = preview.data?.messagePreview;
  const refusal = message?.refusal ? waitingReason(message.refusal, {}) : null;
  const unlawful = message?.findings.find(({ refuses }) => refuses);
  // A soft lock: two people do not write to one debtor by chance, but nobody is shut out.
  const [goesAhead, setGoesAhead] = useState(false);
  const writer = goesAhead ? undefined : colleagues.find(({ state }) => state === 'WRITING');
  const isFresh = looked === note && !preview.isPlaceholderData;
  const mend = ({ from, to, offer }: Finding) => {
    const mended = (note.slice(0, from) + offer + note.slice(to)).replace(/ {2,}/g, ' ');
    setNote(mended);
    setLooked(mended);
    // The button that was pressed goes with its finding: typing goes on where it was.
    document.querySelector<HTMLElement>('dialog[open] textarea[name=note]')?.focus();
  };
  const why =
    template === ''
      ? t('message.noTemplate')
      : writer
        ? t('presence.wait', { name: writer.name })
        : (refusal ?? (unlawful ? t('lint.refuses') : null));
  return (
    <FormDialog
      title={t('act.sendMessage')}
      aside={<DialogBrand theCase={theCase} />}
      wide
      submit={message ? t(message.channel === 'LETTER' ? 'message.sendLetter' : 'message.sendEmail') : t('message.send')}
      disabledReason={why}
      onClose={onClose}
      onSubmit={async (_, idempotencyKey) => {
        await write(SendMessageDocument, {
          input: {
            caseId: theCase.id,
            template,
            note: note.trim() || null,
            contactId: message?.channel === 'EMAIL' && contactId ? contactId : null,
            idempotencyKey,
          },
        });
        keepDraft(theCase.id, null);
      }}
    >
      <div className="composer">
        <div className="stack">
          {writer && (
            <Note tone="warning">
              {t('presence.writingHere', { name: writer.name })}{' '}
              <Button onClick={() => setGoesAhead(true)}>{t('presence.writeAnyway')}</Button>
            </Note>
          )}
          <Select
            label={t('message.template')}
            value={template}
            onChange={(event) => setTemplate(event.target.value)}
            options={theCase.templates.map(({ key, name, channel }) => ({ value: key, label: `${name} (${label('Channel', channel)})` }))}
            data-autofocus=""
          />
          {people.length > 0 && message?.channel !== 'LETTER' && (
            <Select
              label={t('message.to')}
              value={contactId}
              onChange={(event) => setContactId(event.target.value)}
              options={[
                { value: '', label: t('message.toDebtor', { name: theCase.debtor.name }) },
                ...people.map(({ id, name, role, email }) => ({ value: id, label: `${name}, ${label('ContactRole', role)} · ${email}` })),
              ]}
            />
          )}
          {message && (
            <Facts
              rows={[
                [t('message.channel'), label('Channel', message.channel)],
                [
                  t('message.recipient'),
                  (message.channel === 'EMAIL' && people.find(({ id }) => id === contactId)?.email) || (message.recipient ?? '–'),
                ],
                [t('message.language'), label('DebtorLanguage', message.language)],
                message.subject ? [t('message.subject'), message.subject] : null,
                message.templateVersion ? [t('message.words'), t('message.ownTemplate', { version: message.templateVersion })] : null,
              ]}
            />
          )}
          <Textarea
            label={t('message.note')}
            hint={t('message.noteHint')}
            name="note"
            optional
            rows={5}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {message && looked.trim() !== '' && !message.isJudged && (
            <Note tone="warning">{t('lint.notJudged', { language: label('DebtorLanguage', message.language) })}</Note>
          )}
          {message && <LintFindings findings={message.findings} onMend={isFresh ? mend : null} />}
          {message && refusal === null && (
            <Note>
              {message.channel === 'LETTER'
                ? t('message.leavesWithBatch', { at: format.instant(message.leavesAt) })
                : t('message.leavesSoon', { seconds: 10 })}
            </Note>
          )}
          {template === formalNotice && refusal === null && (
            <Checkbox key={template} label={t('message.confirmNotice')} required name="confirmed" />
          )}
        </div>
        <div>
          <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
          {message ? <MessagePreview html={message.html} title={t('message.preview')} /> : !preview.error && <Skeleton lines={8} />}
        </div>
      </div>
    </FormDialog>
  );
}
