import {
  Button,
  ErrorNote,
  Input,
  newIdempotencyKey,
  Note,
  request,
  Skeleton,
  Tabs,
  useErrorSentence,
  useLabels,
  useSentences,
  useToast,
} from '@amiable/web-kit';
import type { WrittenChannel } from '@documents';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMe } from '../../me';
import { MessagePreview } from '../../message-preview';
import { SendTemplateTestDocument } from './template.documents';
import type { Version } from './use-template';
import type { Trial } from './use-trial';

/** The message as it would leave, in the brand: e-mail, letter or plain text, on a case that is made up or on one of the client. */
export function TemplateTrialPanel({ trial, tested }: { trial: Trial; tested: Version | null }) {
  const t = useT();
  const toast = useToast();
  const { label } = useLabels();
  const { refusal } = useSentences();
  const sentence = useErrorSentence();
  const me = useMe().data?.me?.user;
  const [reference, setReference] = useState('');
  const [isPlain, setPlain] = useState(false);
  const [busy, setBusy] = useState(false);
  const { answer, channel, caseReference } = trial;
  const looks = isPlain && channel === 'EMAIL' ? 'PLAIN' : channel;
  const sendTest = async () => {
    setBusy(true);
    await request(SendTemplateTestDocument, {
      input: { templateId: tested!.id, channel, caseReference, idempotencyKey: newIdempotencyKey() },
    })
      .then(() => toast({ text: t('templates.testSent', { email: me?.email ?? '' }) }))
      .catch((error: unknown) => toast({ text: sentence(error) }));
    setBusy(false);
  };
  return (
    <section className="stack" aria-label={t('templates.preview')}>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          trial.setCaseReference(reference.trim() || null);
        }}
      >
        <Input
          label={t('templates.case')}
          hint={t('templates.caseHint')}
          value={reference}
          placeholder="7K3M-Q9TX-2VH1"
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          onChange={(event) => setReference(event.target.value)}
        />
        <Button type="submit">{t('templates.tryOnCase')}</Button>
        {caseReference && (
          <Button
            kind="quiet"
            onClick={() => {
              setReference('');
              trial.setCaseReference(null);
            }}
          >
            {t('templates.tryMadeUp')}
          </Button>
        )}
      </form>
      <Tabs
        label={t('templates.preview')}
        chosen={looks}
        onChoose={(id) => {
          setPlain(id === 'PLAIN');
          trial.setChannel(id === 'LETTER' ? 'LETTER' : 'EMAIL');
        }}
        tabs={[
          ...(['EMAIL', 'LETTER'] as const).map((id: WrittenChannel) => ({ id, label: label('WrittenChannel', id) })),
          { id: 'PLAIN', label: t('templates.plainText') },
        ]}
      >
        <div className="stack">
          <p className="soft">
            {caseReference ? t('templates.onCase', { reference: caseReference.toUpperCase() }) : t('templates.onMadeUp')}
            {answer?.subject && ` · ${answer.subject}`}
          </p>
          <ErrorNote error={trial.error} onRetry={trial.retry} />
          {answer?.refusal && (
            <Note tone="warning">
              {answer.refusal === 'TEMPLATE_INVALID' ? t('templates.cannotBeRead') : (refusal(answer.refusal, {}) ?? answer.refusal)}
            </Note>
          )}
          {answer === undefined && !trial.error && <Skeleton lines={8} />}
          {answer?.html && looks !== 'PLAIN' && <MessagePreview html={answer.html} title={t('templates.preview')} />}
          {answer?.plainText && looks === 'PLAIN' && (
            <pre className="template-plain" tabIndex={0} aria-label={t('templates.plainText')}>
              {answer.plainText}
            </pre>
          )}
        </div>
      </Tabs>
      <div>
        <Button icon="mail" busy={busy} disabledReason={tested ? null : t('templates.saveFirst')} onClick={() => void sendTest()}>
          {t('templates.sendTest', { email: me?.email ?? '' })}
        </Button>
      </div>
    </section>
  );
}
