import { lintRules } from './lint-rules.rules';
import type { MessageLanguage } from '../template/message-facts';
import { type LintContext, type LintFinding, type LintLanguage, lintLanguages, type LintRule } from './lint.types';

/** Can the words of a text in this language be judged? What is the same in all (numbers, capitals, names) always is. */
export function canJudge(language: MessageLanguage): language is LintLanguage {
  return (lintLanguages as readonly string[]).includes(language);
}

/** The language of what is offered instead: English beside a text that the lint cannot write in. */
const offerIn = (language: MessageLanguage): LintLanguage => (canJudge(language) ? language : 'en');

/**
 * Everything in a text that may not, or should not, be said to this debtor, in the order of the text. Pure. All languages it knows are
 * looked for, whatever the debtor's: a French threat in an English message is still one. Nothing found in a language it cannot judge is no clearance.
 */
export function lintMessage(text: string, context: LintContext): LintFinding[] {
  return ordered([
    ...lintRules
      .filter((rule) => !rule.only || rule.only.debtorKind === context.debtorKind)
      .flatMap((rule) => findingsOf(rule, text, context)),
    ...shouting(text, context),
    ...agencyNamed(text, context),
  ]);
}

/** What may not stand in a note for colleagues either: health, beliefs, card numbers (9 RGPD, PCI DSS). */
export function lintNote(text: string, context: LintContext): LintFinding[] {
  return ordered(lintRules.filter(({ inNotes }) => inNotes).flatMap((rule) => findingsOf(rule, text, context)));
}

/** The findings that keep a message in the house. */
export function refusalsIn(findings: readonly LintFinding[]): LintFinding[] {
  return findings.filter(({ severity }) => severity === 'refuse');
}

function findingsOf(rule: LintRule, text: string, { language }: LintContext): LintFinding[] {
  const { patterns } = rule;
  const used = 'any' in patterns ? [patterns.any] : lintLanguages.flatMap((each) => patterns[each] ?? []);
  return used
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([words]) => rule.code !== 'CARD_NUMBER' || passesLuhn(words))
    .map((match) => finding(rule, text, match.index, match[0], rule.offer[offerIn(language)]));
}

function finding(
  { code, article, severity, replaces }: Pick<LintRule, 'code' | 'article' | 'severity' | 'replaces'>,
  text: string,
  at: number,
  excerpt: string,
  offer: string,
): LintFinding {
  const [from, to] = replaces === 'sentence' ? sentenceAround(text, at, at + excerpt.length) : [at, at + excerpt.length];
  return { code, article, severity, excerpt, mend: { from, to, text: offer } };
}

/** Capital letters are shouting (DGCCRF: moral pressure); names, acronyms and references are not. */
function shouting(text: string, { names, language }: LintContext): LintFinding[] {
  const allowed = new Set(names.flatMap((name) => name.toUpperCase().split(/[^\p{L}]+/u)));
  const loud = [
    ...text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}{4,}(?:[ ,’']+\p{Lu}{2,})+(?![\p{L}\p{N}-])|(?<![\p{L}\p{N}-])\p{Lu}{7,}(?![\p{L}\p{N}-])/gu),
  ].filter(([words]) => !words.split(/[^\p{L}]+/u).every((one) => allowed.has(one) || acronyms.has(one)));
  const rule = { code: 'SHOUTING', article: 'L121-6 C. conso.', severity: 'refuse', replaces: 'words' } as const;
  return [
    ...loud.map((match) => finding(rule, text, match.index, match[0], match[0].toLocaleLowerCase(language))),
    ...[...text.matchAll(/[!?]*!{2,}[!?]*|!\?|\?{3,}/g)].map((match) => finding(rule, text, match.index, match[0], '.')),
  ];
}
const acronyms = new Set([
  'IBAN',
  'SEPA',
  'SIREN',
  'SIRET',
  'SARL',
  'SASU',
  'EURL',
  'RCS',
  'TVA',
  'BIC',
  'RIB',
  'HT',
  'TTC',
  'CPCE',
  'RGPD',
  'DE',
  'DU',
  'ET',
]);

/** Under the client's name the agency does not exist (product.md, rule 1). */
function agencyNamed(text: string, { hat, agencyName, language }: LintContext): LintFinding[] {
  if (hat !== 'client_name' || agencyName.trim() === '') return [];
  const at = text.toLocaleLowerCase('fr').indexOf(agencyName.trim().toLocaleLowerCase('fr'));
  if (at < 0) return [];
  const rule = { code: 'AGENCY_NAMED', article: 'R124-3 CPCE', severity: 'refuse', replaces: 'words' } as const;
  return [finding(rule, text, at, text.slice(at, at + agencyName.trim().length), offerIn(language) === 'fr' ? 'nous' : 'we')];
}

function sentenceAround(text: string, from: number, to: number): [number, number] {
  const before = text.slice(0, from);
  const start = Math.max(...['.', '!', '?', '\n'].map((end) => before.lastIndexOf(end))) + 1;
  const after = text.slice(to).search(/[.!?\n]/);
  const end = after < 0 ? text.length : to + after + (text[to + after] === '\n' ? 0 : 1);
  return [start + /^\s*/.exec(text.slice(start))![0].length, end];
}

function passesLuhn(words: string): boolean {
  const digits = [...words.replace(/\D/g, '')].map(Number).toReversed();
  const sum = digits.reduce((total, digit, i) => total + (i % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

function ordered(findings: readonly LintFinding[]): LintFinding[] {
  const seen = new Set<string>();
  return findings
    .toSorted((a, b) => a.mend.from - b.mend.from || a.mend.to - b.mend.to)
    .filter(({ code, mend }) => !seen.has(`${code} ${mend.from}`) && seen.add(`${code} ${mend.from}`));
}
