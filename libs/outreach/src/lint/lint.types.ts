import type { MessageLanguage } from '../template/message-facts';

/** The languages whose words the lint can judge. A text in another one has to be read by a person. */
export const lintLanguages = ['fr', 'en'] as const;
export type LintLanguage = (typeof lintLanguages)[number];
export type LintSeverity = 'refuse' | 'warn';

/** One thing that may not be said, why, and what may be said instead. */
export interface LintRule {
  readonly code: string;
  readonly article: string;
  readonly severity: LintSeverity;
  readonly patterns: { readonly [language in LintLanguage]: RegExp | null } | { readonly any: RegExp };
  readonly only?: { readonly debtorKind: 'person' | 'company' };
  /** Also in notes for colleagues. */
  readonly inNotes?: boolean;
  readonly offer: { readonly [language in LintLanguage]: string };
  readonly replaces: 'sentence' | 'words';
}

/** Who is written to and as whom. */
export interface LintContext {
  readonly language: MessageLanguage;
  readonly debtorKind: 'person' | 'company';
  readonly hat: 'client_name' | 'agency';
  readonly agencyName: string;
  /** Names that may stand in capitals: the debtor's, the brand's. */
  readonly names: readonly string[];
}

/** What was found: the words, and the change that mends it (characters `from` to `to` become `text`). */
export interface LintFinding {
  readonly code: string;
  readonly article: string;
  readonly severity: LintSeverity;
  readonly excerpt: string;
  readonly mend: { readonly from: number; readonly to: number; readonly text: string };
}
