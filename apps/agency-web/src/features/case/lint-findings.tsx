import { Button, useLabels } from '@amiable/web-kit';
import type { MessagePreviewQuery } from '@documents';
import { useT } from '../../i18n/use-t';

export type Finding = MessagePreviewQuery['messagePreview']['findings'][number];

/** What may not, or should not, be said: the words, the article, and the change that mends it by one press. */
export function LintFindings({ findings, onMend }: { findings: readonly Finding[]; onMend: ((finding: Finding) => void) | null }) {
  const t = useT();
  const { ofFamily } = useLabels();
  if (findings.length === 0) return null;
  return (
    <ul className="findings" aria-label={t('lint.title')} aria-live="polite">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.from}`} data-refuses={finding.refuses || undefined}>
          <p>
            <q>{finding.excerpt}</q> <span className="soft">{finding.article}</span>
          </p>
          <p>{ofFamily('lint', finding.code)}</p>
          {onMend && (
            <Button kind="quiet" icon="check" onClick={() => onMend(finding)}>
              {finding.offer === '' ? t('lint.remove') : t('lint.mend', { offer: finding.offer })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
