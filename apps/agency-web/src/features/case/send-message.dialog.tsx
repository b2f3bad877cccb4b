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
  useLabels,
  useRead,
  useSentences,
} from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { MessagePreviewDocument, SendMessageDocument } from './case.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { MessagePreview } from './message-preview';
import { type CaseStory, useCaseWrite } from './use-case';

/** The last amicable letter is never sent by a slip of the hand: it is confirmed. */
const formalNotice = 'formal_notice';

/** What the scenario would send next stands ready, else the first template; never the formal notice where another one is offered. */
function suggested({ templates, nextStep }: CaseStory): string {
  const offered = templates.filter(({ key }) => key !== formalNotice);
  return (offered.find(({ name }) => name === nextStep?.name) ?? offered[0] ?? templates[0])?.key ?? '';
}

/** Composer: a template, and the message exactly as it would leave now under the brand of the case. */
export function SendMessageDialog({ theCase, colleagues, onClose }: CaseDialogProps) {
  const t = useT();
  const { label } = useLabels();
  const { waitingReason } = useSentences();
  const write = useCaseWrite(t('message.done'));
  const [template, setTemplate] = useState(() => suggested(theCase));
  const preview = useRead(
    ['preview', theCase.id, theCase.version, template],
    MessagePreviewDocument,
    { caseId: theCase.id, template },
    { enabled: template !== '' },
  );
  const message = preview.data?.messagePreview;
  const refusal = message?.refusal ? waitingReason(message.refusal, {}) : null;
  // A soft lock: two people do not write to one debtor by chance, but nobody is shut out.
  const [goesAhead, setGoesAhead] = useState(false);
  const writer = goesAhead ? undefined : colleagues.find(({ state }) => state === 'WRITING');
  return (
    <FormDialog
      title={t('act.sendMessage')}
      aside={<DialogBrand theCase={theCase} />}
      wide
      submit={message ? t(message.channel === 'LETTER' ? 'message.sendLetter' : 'message.sendEmail') : t('message.send')}
      disabledReason={template === '' ? t('message.noTemplate') : writer ? t('presence.wait', { name: writer.name }) : refusal}
      onClose={onClose}
      onSubmit={({ note }, idempotencyKey) =>
        write(SendMessageDocument, { input: { caseId: theCase.id, template, note: note || null, idempotencyKey } })
      }
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
          {message && (
            <Facts
              rows={[
                [t('message.channel'), label('Channel', message.channel)],
                [t('message.recipient'), message.recipient ?? '–'],
                message.subject ? [t('message.subject'), message.subject] : null,
              ]}
            />
          )}
          <Textarea label={t('message.note')} hint={t('message.noteHint')} name="note" optional maxLength={2000} />
          {message && refusal === null && <Note>{t('message.leavesNow')}</Note>}
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
