import { debtorLanguages } from '@amiable/identity';
import { Liquid, type Token } from 'liquidjs';
import type { MessageLanguage, MoneyText } from './message-facts';
import { daysText, dayText, inFours, moneyText } from './message-format';
import { TemplateInvalid, type TemplateMistake } from './template.errors';

const allowedTags = ['if', 'unless', 'case', 'for', 'break', 'continue', 'comment'];
const allowedFilters = ['default', 'upcase', 'capitalize', 'plus', 'minus'];
const longestTemplate = 20_000;
const longestText = 50_000;

const engines = Object.fromEntries(debtorLanguages.map((language) => [language, lockedEngine(language)])) as Record<
  MessageLanguage,
  Liquid
>;

/**
 * Fills a text of a template. The answer is plain text on one line per line of the template, never HTML: the layouts
 * escape it as a whole, so neither a value nor the template itself can bring markup.
 * Locked as trust.md 3.5 says: no files, no partials, own properties only, an allow-list of tags and filters,
 * unknown fields and filters are errors, limits on size, time and memory. Throws TemplateInvalid.
 */
export function fillTemplate(source: string, scope: Readonly<Record<string, unknown>>, language: MessageLanguage): string {
  if (source.length > longestTemplate) throw new TemplateInvalid('TOO_LONG', 'the template is too long');
  try {
    const text = String(engines[language].parseAndRenderSync(source, scope));
    if (text.length > longestText) throw new TemplateInvalid('TOO_LONG', 'the text is too long');
    return text;
  } catch (error) {
    throw invalid(error);
  }
}

/** A field that a template asks for: `invoices`, `number`; a part that is reckoned while it is filled is null. */
export interface AskedField {
  readonly path: ReadonlyArray<string | number | null>;
  readonly line: number;
}

/** Every field a template asks for, also where no example leads. Throws TemplateInvalid when it cannot be read. */
export function fieldsAsked(source: string, language: MessageLanguage): AskedField[] {
  if (source.length > longestTemplate) throw new TemplateInvalid('TOO_LONG', 'the template is too long');
  // Liquid looks into names inside names once for each, which takes it minutes; nobody means four of them.
  if (/(?:\[[^[\]]*){4}/.test(source)) throw new TemplateInvalid('TOO_SLOW', 'too many names inside names');
  try {
    const engine = engines[language];
    const { variables } = engine.analyzeSync(engine.parse(source), { partials: false });
    return Object.values(variables)
      .flat()
      .map(({ segments, location }) => ({
        path: segments.map((segment) => (typeof segment === 'object' ? null : segment)),
        line: location.row,
      }));
  } catch (error) {
    throw invalid(error);
  }
}

function lockedEngine(language: MessageLanguage): Liquid {
  const engine = new Liquid({
    templates: {},
    relativeReference: false,
    dynamicPartials: false,
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    lenientIf: false,
    jsTruthy: true,
    parseLimit: 2e5,
    renderLimit: 300,
    memoryLimit: 5e6,
    outputEscape: plainValue,
    cache: false,
  });
  for (const tag of Object.keys(engine.tags)) if (!allowedTags.includes(tag)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) if (!allowedFilters.includes(filter)) delete engine.filters[filter];
  engine.registerFilter('money', (value: unknown) => {
    requireValue(value);
    if (!isMoney(value)) throw new TemplateInvalid('WRONG_FILTER', 'the filter money needs an amount');
    return moneyText(value, language);
  });
  engine.registerFilter('day', (value: unknown) => {
    requireValue(value);
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value))
      throw new TemplateInvalid('WRONG_FILTER', 'the filter day needs a day');
    return dayText(value, language);
  });
  engine.registerFilter('days', (value: unknown) => {
    requireValue(value);
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw new TemplateInvalid('WRONG_FILTER', 'the filter days needs a whole number');
    return daysText(value, language);
  });
  engine.registerFilter('iban', (value: unknown) => {
    requireValue(value);
    if (typeof value !== 'string') throw new TemplateInvalid('WRONG_FILTER', 'the filter iban needs a text');
    return inFours(value);
  });
  return engine;
}

function requireValue(value: unknown): void {
  if (value === null || value === undefined)
    throw new TemplateInvalid('MAY_BE_EMPTY', 'a field without value is printed; ask with if first');
}

/** What may be printed: a text or a number, on one line. An object needs a filter, or it is a mistake. */
function plainValue(value: unknown): string {
  requireValue(value);
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new TemplateInvalid('NEEDS_FILTER', 'a field is printed that needs a filter, such as money');
  return onOneLine(String(value));
}

/** Line ends, control and direction characters of a value become spaces: it cannot add a line, a header or a block. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ');
}

function isMoney(value: unknown): value is MoneyText {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'amount') &&
    Object.hasOwn(value, 'currency') &&
    /^-?\d{1,13}(\.\d{1,2})?$/.test(String((value as MoneyText).amount)) &&
    /^[A-Z]{3}$/.test(String((value as MoneyText).currency))
  );
}

/** What Liquid itself says, as one of our mistakes: the library has no codes of its own. */
const mistakes: ReadonlyArray<readonly [RegExp, TemplateMistake]> = [
  [/^undefined variable: (.+)/, 'UNKNOWN_FIELD'],
  [/^undefined filter: (.+)/, 'UNKNOWN_FILTER'],
  [/^tag "(.*)" not found/, 'UNKNOWN_TAG'],
  [/limit exceeded/, 'TOO_SLOW'],
];

function invalid(error: unknown): TemplateInvalid {
  if (error instanceof TemplateInvalid) return error;
  const { originalError, message, token } = error as { originalError?: Error; message?: string; token?: Token };
  const ours = originalError instanceof TemplateInvalid ? originalError : null;
  const reason = (ours ? String(ours.facts['reason']) : (message ?? 'cannot be read'))
    .split('\n')[0]!
    .replace(/,? file:.*$/, '')
    .slice(0, 200);
  const said = reason.replace(/, line:\d+, col:\d+$/, '');
  const known = mistakes.find(([pattern]) => pattern.test(said));
  const words = (known && !ours && known[0].exec(said)?.[1]) || token?.getText() || '';
  const place = token ? { line: token.getPosition()[0]!, words: words.slice(0, 100) } : null;
  return new TemplateInvalid(ours?.mistake ?? known?.[1] ?? 'SYNTAX', reason, undefined, place);
}
