import { Badge, Button, Card, useFormat, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { changedLines, diffLines } from './text-diff.rules';
import { type Editor, type Version, wordFields, type Words } from './use-template';

const tones = { DRAFT: 'warning', ACTIVE: 'ok', RETIRED: 'neutral' } as const;

/** Who wrote what, the newest first: what changed in each, when it was in service, and the way back to it. */
export function TemplateVersions({
  editor,
  onRestore,
  onWithdraw,
}: {
  editor: Editor;
  onRestore: (version: Version) => void;
  onWithdraw: (version: Version) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { versions } = editor;
  return (
    <Card title={t('templates.versions')}>
      {versions.length === 0 && <p className="soft">{t('templates.noVersion')}</p>}
      <ol className="stack template-versions">
        {versions.map((version, i) => (
          <li key={version.id} className="stack">
            <div className="client-row">
              <span>
                <strong>{t('templates.version', { version: version.version })}</strong>
                <Badge tone={tones[version.state]}>{label('TemplateState', version.state)}</Badge>
                {version.restoredFrom && <small>{t('templates.restoredFrom', { version: version.restoredFrom })}</small>}
                <small className="soft">
                  {t('templates.writtenBy', { name: version.writtenBy, at: format.instant(version.writtenAt) })}
                  {version.activatedAt &&
                    ` · ${t('templates.activatedBy', { name: version.activatedBy ?? '', at: format.instant(version.activatedAt) })}`}
                  {version.retiredAt &&
                    ` · ${t('templates.retiredBy', { name: version.retiredBy ?? '', at: format.instant(version.retiredAt) })}`}
                  {version.sent > 0 && ` · ${t('templates.sent', { count: version.sent, n: format.count(version.sent) })}`}
                </small>
              </span>
              <span className="cluster">
                {version.state === 'RETIRED' && (
                  <Button onClick={() => onRestore(version)}>
                    {t('templates.restore')}
                    <span className="visually-hidden"> {t('templates.version', { version: version.version })}</span>
                  </Button>
                )}
                {version.state !== 'RETIRED' && (
                  <Button kind="quiet" onClick={() => onWithdraw(version)}>
                    {version.state === 'ACTIVE' ? t('templates.withdraw') : t('templates.drop')}
                  </Button>
                )}
              </span>
            </div>
            <Changes before={versions[i + 1]?.text ?? editor.standard} after={version.text} isFirst={versions[i + 1] === undefined} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Changes({ before, after, isFirst }: { before: Words; after: Words; isFirst: boolean }) {
  const t = useT();
  const { label } = useLabels();
  const changed = wordFields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return <p className="soft">{t('templates.sameWords')}</p>;
  return (
    <details>
      <summary>
        {t(isFirst ? 'templates.changedFromStandard' : 'templates.changedFields', {
          fields: changed.map((field) => label('TemplateField', field)).join(', '),
        })}
      </summary>
      {changed.map((field) => (
        <div key={field} className="template-diff">
          <strong>{label('TemplateField', field)}</strong>
          {changedLines(diffLines(before[field], after[field])).map(({ kind, text }, i) =>
            kind === 'gone' ? <del key={i}>{text}</del> : kind === 'new' ? <ins key={i}>{text}</ins> : <span key={i}>{text}</span>,
          )}
        </div>
      ))}
    </details>
  );
}
