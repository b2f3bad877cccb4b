import { Checkbox, FormDialog, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { Editor, Version } from './use-template';

interface Asking {
  version: Version;
  onClose: () => void;
  onDo: (idempotencyKey: string) => Promise<unknown>;
}

/** From now on messages leave with these words: said, and confirmed. What the legal check cannot read, a person has read. */
export function ActivateTemplateDialog({ editor, version, onClose, onDo }: Asking & { editor: Editor }) {
  const t = useT();
  const { label } = useLabels();
  return (
    <FormDialog
      title={t('templates.activateTitle', { version: version.version })}
      submit={t('templates.activate')}
      onClose={onClose}
      onSubmit={(_, key) => onDo(key)}
    >
      <p>
        {t('templates.activateEffect', {
          message: label('TemplateKey', editor.template),
          language: label('DebtorLanguage', editor.language),
          brand: editor.brand?.name ?? t('templates.allBrands'),
        })}
      </p>
      {!editor.isJudged && (
        <Checkbox label={t('templates.haveRead', { language: label('DebtorLanguage', editor.language) })} required name="read" />
      )}
    </FormDialog>
  );
}

/** The words of an earlier version, in service at once as the next one. */
export function RestoreTemplateDialog({ version, loses, onClose, onDo }: Asking & { loses: boolean }) {
  const t = useT();
  return (
    <FormDialog
      title={t('templates.restoreTitle', { version: version.version })}
      submit={t('templates.restore')}
      onClose={onClose}
      onSubmit={(_, key) => onDo(key)}
    >
      <p>{t('templates.restoreEffect', { version: version.version })}</p>
      {loses && <p>{t('templates.restoreLoses')}</p>}
    </FormDialog>
  );
}

/** Back to the standard words, or a draft dropped; the version stays in the list. */
export function WithdrawTemplateDialog({ version, onClose, onDo }: Asking) {
  const t = useT();
  const isDraft = version.state === 'DRAFT';
  return (
    <FormDialog
      title={isDraft ? t('templates.dropTitle', { version: version.version }) : t('templates.withdrawTitle', { version: version.version })}
      submit={isDraft ? t('templates.drop') : t('templates.withdraw')}
      danger
      onClose={onClose}
      onSubmit={(_, key) => onDo(key)}
    >
      <p>{isDraft ? t('templates.dropEffect') : t('templates.withdrawEffect')}</p>
    </FormDialog>
  );
}
