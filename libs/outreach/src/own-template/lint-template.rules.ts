import { lintMessage, refusalsIn } from '../lint/legal-lint.rules';
import type { LintContext, LintFinding } from '../lint/lint.types';
import type { Hat, MessageFacts, MessageLanguage } from '../template/message-facts';
import type { MessageText } from '../template/message-texts';
import { lineAt, type Passage, textFields } from './template-passages.rules';
import type { TemplateFault } from './template-faults.types';

/**
 * The legal lint over the words of a template: as they are written, so that each finding can be mended where it stands, and as they come
 * out on the examples, so that nothing is hidden from it by cutting words in two or by a question that is only answered later.
 */
export function lintTemplate(
  { language, hat }: { readonly language: MessageLanguage; readonly hat: Hat },
  text: MessageText,
  { agencyName, names }: { readonly agencyName: string; readonly names: readonly string[] },
  examples: readonly MessageFacts[],
  filled: ReadonlyArray<ReadonlyArray<{ readonly passage: Passage; readonly text: string }>>,
): TemplateFault[] {
  const writtenTo = (debtorKind: LintContext['debtorKind']) =>
    textFields.flatMap((field) =>
      lintMessage(maskLiquid(text[field]), { language, hat, agencyName, debtorKind, names }).map((found): TemplateFault => {
        const { code, article, severity, excerpt, mend } = found;
        return { code, article, field, line: lineAt(text[field], mend.from), words: excerpt, refuses: severity === 'refuse', mend };
      }),
    );
  // What is refused of persons alone may stand behind the question who is written to: the examples tell.
  const written = writtenTo('company');
  const known = new Set(written.map(keyOf));
  const toPersons = writtenTo('person');
  const judged = new Set<string>(); // most examples come out alike
  const cameOut = filled.flatMap((one, i) => {
    const { debtor, brand } = examples[i]!;
    const context = { language, hat, agencyName, debtorKind: debtor.kind, names: [...names, debtor.name, brand.name] };
    const fresh = one.filter(({ passage: { field }, text: words }) => {
      const key = `${debtor.kind} ${field} ${words}`;
      return !judged.has(key) && judged.add(key);
    });
    return fresh.flatMap(({ passage: { field, line }, text: words }) =>
      refusalsIn(lintMessage(words, context)).map(({ code, article, excerpt }): TemplateFault => {
        const hidden = { code, article, field, line, words: excerpt, refuses: true, mend: null };
        return toPersons.find((found) => keyOf(found) === keyOf(hidden)) ?? hidden;
      }),
    );
  });
  const hidden = cameOut.filter((fault) => !known.has(keyOf(fault)) && known.add(keyOf(fault)));
  return [...written, ...hidden];
}

/** One kind of finding in a field is told once as it came out, however many examples show it. */
const keyOf = ({ code, field }: TemplateFault): string => `${code} ${field}`;

/** Liquid out of the way, character for character: what is printed counts as a word of no letters, a tag ends a sentence. */
export function maskLiquid(source: string): string {
  return source
    .replace(/\{%[\s\S]*?%\}/g, (tag) => '\n'.repeat(tag.length))
    .replace(/\{\{[\s\S]*?\}\}/g, (output) => '·'.repeat(output.length));
}

/** At the door, on the case itself: what no example led to. Words that are a value of the case (a name, an account of ours) are not the writer's. */
export function unlawfulOnceFilled(words: readonly string[], facts: MessageFacts, context: LintContext): LintFinding | null {
  const { brand, speaker, debtor, transfer, invoices } = facts;
  const values = [
    ...[brand.name, brand.address, speaker.creditor.name, speaker.creditor.address, debtor.name, transfer?.iban, transfer?.holder],
    ...[speaker.agency?.name, speaker.agency?.address, ...invoices.map(({ number }) => number), facts.case.reference],
  ].map((value) => bare(value ?? ''));
  return (
    refusalsIn(words.flatMap((text) => lintMessage(text, context))).find(
      ({ excerpt }) => !values.some((value) => value.includes(bare(excerpt))),
    ) ?? null
  );
}

const bare = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, '').toLocaleLowerCase('fr');
