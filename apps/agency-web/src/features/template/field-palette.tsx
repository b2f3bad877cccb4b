import { Badge, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { Editor } from './use-template';

/** What can be put into the words: blocks that are laid out by us, and fields of the case. Those that a case may lack come with their question. */
export function FieldPalette({
  editor: { fields, parts },
  onField,
  onPart,
}: {
  editor: Editor;
  onField: (insert: string) => void;
  onPart: (name: string) => void;
}) {
  const t = useT();
  const { ofFamily } = useLabels();
  return (
    <div className="stack">
      <details className="palette-box">
        <summary>{t('templates.parts')}</summary>
        <p className="hint">{t('templates.partsHint')}</p>
        <ul className="template-palette">
          {parts.map(({ name, isNeeded }) => (
            <li key={name}>
              <button type="button" className="chip" onClick={() => onPart(name)}>
                <code>[{name}]</code> {ofFamily('templatePart', name)}
              </button>
              {isNeeded && <Badge tone="info">{t('templates.needed')}</Badge>}
            </li>
          ))}
        </ul>
      </details>
      <details className="palette-box">
        <summary>{t('templates.fields')}</summary>
        <p className="hint">{t('templates.fieldsHint')}</p>
        <ul className="template-palette">
          {fields.map(({ name, insert, isOptional }) => (
            <li key={name}>
              <button type="button" className="chip" onClick={() => onField(insert)}>
                {ofFamily('templateField', name) ?? name}
                {isOptional && <small> {t('templates.ifThere')}</small>}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
