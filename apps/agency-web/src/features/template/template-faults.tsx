import { Button, Note, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { Fault } from './use-template';

interface Props {
  faults: readonly Fault[];
  onMend: ((fault: Fault) => void) | null;
  onGo: (fault: Fault) => void;
  isClean: boolean;
}

/** What keeps the words from being saved, and what may be meant: where it stands, why, and the change that mends it by one press. */
export function TemplateFaults({ faults, onMend, onGo, isClean }: Props) {
  const t = useT();
  const { label, ofFamily } = useLabels();
  const sentence = ({ code, words, article, mend }: Fault) =>
    code.startsWith('TEMPLATE_') ? ofFamily('refusal', code, { words, article, offer: mend?.offer ?? null }) : ofFamily('lint', code);
  return (
    <div aria-live="polite">
      {isClean && <Note tone="ok">{t('templates.clean')}</Note>}
      {faults.length > 0 && (
        <ul className="findings" aria-label={t('templates.faults')}>
          {faults.map((fault, i) => (
            <li key={`${fault.code} ${fault.field} ${fault.line} ${i}`} data-refuses={fault.refuses || undefined}>
              <p>
                <Button kind="quiet" className="fault-place" onClick={() => onGo(fault)}>
                  {t('templates.place', { field: label('TemplateField', fault.field), line: fault.line })}
                </Button>{' '}
                {!fault.code.startsWith('TEMPLATE_') && <q>{fault.words}</q>}{' '}
                {fault.article && <span className="soft">{fault.article}</span>}
              </p>
              <p>
                {!fault.refuses && <strong>{t('templates.mayBeMeant')} </strong>}
                {sentence(fault) ?? fault.code}
              </p>
              {onMend && fault.mend && (
                <Button kind="quiet" icon="check" onClick={() => onMend(fault)}>
                  {fault.mend.offer === ''
                    ? t('lint.remove')
                    : fault.mend.from === fault.mend.to
                      ? t('templates.add', { offer: fault.mend.offer.trim() })
                      : t('lint.mend', { offer: fault.mend.offer })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
