import { debtorLanguages } from '@amiable/identity';
import { Liquid } from 'liquidjs';
import type { MessageLanguage, MoneyText } from './message-facts';
import { daysText, dayText, inFours, moneyText } from './message-format';
import { TemplateInvalid } from './template.errors';

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
  if (source.length > longestTemplate) throw new TemplateInvalid('the template is too long');
  try {
    const text = String(engines[language].parseAndRenderSync(source, scope));
    if (text.length > longestText) throw new TemplateInvalid('the text is too long');
    return text;
  } catch (error) {
    if (error instanceof TemplateInvalid) throw error;
    throw new TemplateInvalid(reasonOf(error));
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
    if (!isMoney(value)) throw new TemplateInvalid('the filter money needs an amount');
    return moneyText(value, language);
  });
  engine.registerFilter('day', (value: unknown) => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) throw new TemplateInvalid('the filter day needs a day');
    return dayText(value, language);
  });
  engine.registerFilter('days', (value: unknown) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw new TemplateInvalid('the filter days needs a whole number');
    return daysText(value, language);
  });
  engine.registerFilter('iban', (value: unknown) => {
    if (typeof value !== 'string') throw new TemplateInvalid('the filter iban needs a text');
    return inFours(value);
  });
  return engine;
}

/** What may be printed: a text or a number, on one line. An object needs a filter, or it is a mistake. */
function plainValue(value: unknown): string {
  if (value === null || value === undefined) throw new TemplateInvalid('a field without value is printed; ask with if first');
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new TemplateInvalid('a field is printed that needs a filter, such as money');
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

function reasonOf(error: unknown): string {
  const { originalError, message } = error as { originalError?: Error; message?: string };
  const cause = originalError instanceof TemplateInvalid ? String(originalError.facts['reason']) : (message ?? 'cannot be read');
  return cause
    .split('\n')[0]!
    .replace(/,? file:.*$/, '')
    .slice(0, 200);
}
