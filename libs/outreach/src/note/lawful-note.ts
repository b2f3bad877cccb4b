import type { Case } from '@amiable/cases';
import type { TenantDb } from '@amiable/platform';
import { lintNote, refusalsIn } from '../lint/legal-lint.rules';
import { readLintContext } from '../message/lint-context';
import { MessageRefused } from '../message/send-message';

/** What colleagues write down stays inside the law too (RGPD art. 9, PCI DSS). Throws MessageRefused with the words and the article. */
export async function requireLawfulNote(db: TenantDb, theCase: Pick<Case, 'id' | 'hat'>, note: string, field: string): Promise<void> {
  const [unlawful] = refusalsIn(lintNote(note, await readLintContext(db, theCase)));
  if (unlawful)
    throw new MessageRefused(
      'TEXT_NOT_LAWFUL',
      { words: unlawful.excerpt.slice(0, 100), article: unlawful.article, rule: unlawful.code },
      field,
    );
}
