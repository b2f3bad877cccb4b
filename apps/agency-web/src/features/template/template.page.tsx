import { Badge, Empty, Note, PageHead, useFilters, useLabels, useToast } from '@amiable/web-kit';
import type { DebtorLanguage, Hat, TemplateKey } from '@documents';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { ActivateTemplateDialog, RestoreTemplateDialog, WithdrawTemplateDialog } from './template-dialogs';
import { TemplateTrialPanel } from './template-trial-panel';
import { TemplateVersions } from './template-versions';
import { TemplateWords } from './template-words';
import { activeOf, draftOf, type Slot, useTemplate, type Version } from './use-template';
import { useTrial } from './use-trial';
import { useWords } from './use-words';
import './template.css';

/** The words of one kind of message: written left, seen right as they would leave, with their versions below. */
export default function TemplatePage() {
  const t = useT();
  const { clientId, template } = useParams() as { clientId: string; template: string };
  const [{ language, hat, brand }] = useFilters('language', 'hat', 'brand');
  if (!useMay()('edit:Template'))
    return (
      <Empty title={t('templates.notYours')}>
        <p>{t('templates.notYoursText')}</p>
      </Empty>
    );
  const slot: Slot = {
    clientId,
    brandId: brand || null,
    template: template.toUpperCase() as TemplateKey,
    language: (language || 'FR') as DebtorLanguage,
    hat: (hat || 'CLIENT_NAME') as Hat,
  };
  return <Editing key={JSON.stringify(slot)} slot={slot} />;
}

type Asked = { readonly act: 'activate' | 'restore' | 'withdraw'; readonly version: Version };

function Editing({ slot }: { slot: Slot }) {
  const t = useT();
  const toast = useToast();
  const { label } = useLabels();
  const { editor, write, activate, restore, withdraw } = useTemplate(slot);
  const [active, draft] = [activeOf(editor), draftOf(editor)];
  const { words, setWords, saved, isChanged, isFound } = useWords(slot, editor);
  const trial = useTrial(slot, words);
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = new URLSearchParams({ language: slot.language, hat: slot.hat, ...(slot.brandId && { brand: slot.brandId }) });
  const close = () => setAsked(null);
  /** What was put into service or taken out of it is what one goes on writing from. */
  const done = (said: string, next?: Version['text']) => {
    if (next) setWords(next);
    toast({ text: said });
  };
  return (
    <div className="stack">
      <PageHead
        title={label('TemplateKey', editor.template)}
        lead={
          <>
            <Link to={`/clients/${slot.clientId}/templates?${list.toString()}`}>
              {t('templates.titleOf', { client: editor.clientName })}
            </Link>
            {` · ${label('DebtorLanguage', editor.language)} · ${label('Hat', editor.hat)} · ${editor.brand?.name ?? t('templates.allBrands')} · `}
            {t('templates.toneOf', { tone: label('TemplateTone', editor.tone) })}
          </>
        }
      />
      <p className="cluster">
        <Badge tone={active ? 'ok' : 'neutral'}>
          {active ? t('templates.ownVersion', { version: active.version }) : t('templates.standardInService')}
        </Badge>
        {draft && <Badge tone="warning">{t('templates.draftWaits', { version: draft.version })}</Badge>}
      </p>
      {isFound && <Note>{t('templates.found')}</Note>}
      {!editor.isJudged && <Note tone="warning">{t('lint.notJudged', { language: label('DebtorLanguage', editor.language) })}</Note>}
      <div className="template-desk">
        <TemplateWords
          editor={editor}
          words={words}
          setWords={setWords}
          saved={saved}
          isChanged={isChanged}
          trial={trial}
          onSave={(key) => write(words, key).then((kept) => done(t('templates.saved'), kept))}
          onActivate={draft && (() => setAsked({ act: 'activate', version: draft }))}
        />
        <TemplateTrialPanel trial={trial} tested={isChanged ? null : (draft ?? active)} />
      </div>
      <TemplateVersions
        editor={editor}
        onRestore={(version) => setAsked({ act: 'restore', version })}
        onWithdraw={(version) => setAsked({ act: 'withdraw', version })}
      />
      {asked?.act === 'activate' && (
        <ActivateTemplateDialog
          editor={editor}
          version={asked.version}
          onClose={close}
          onDo={(key) => activate(asked.version.id, key).then(() => done(t('templates.activated', { version: asked.version.version })))}
        />
      )}
      {asked?.act === 'restore' && (
        <RestoreTemplateDialog
          version={asked.version}
          loses={draft !== null || isChanged}
          onClose={close}
          onDo={(key) => restore(asked.version.id, key).then(() => done(t('templates.restored'), asked.version.text))}
        />
      )}
      {asked?.act === 'withdraw' && (
        <WithdrawTemplateDialog
          version={asked.version}
          onClose={close}
          onDo={(key) =>
            withdraw(asked.version.id, key).then(() =>
              done(
                t('templates.withdrawn'),
                asked.version.state === 'DRAFT' ? (active?.text ?? editor.standard) : draft ? undefined : editor.standard,
              ),
            )
          }
        />
      )}
    </div>
  );
}
