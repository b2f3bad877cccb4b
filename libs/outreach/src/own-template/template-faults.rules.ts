import { lintTemplate } from './lint-template.rules';
import type { TemplateFault } from './template-faults.types';
import type { Hat, MessageLanguage } from '../template/message-facts';
import { fieldsAsked } from '../template/liquid-engine';
import { fill } from '../template/message-blocks';
import { scopeOf } from '../template/message-scope';
import { fixedTexts, type MessageText, type TemplateKey } from '../template/message-texts';
import { TemplateInvalid } from '../template/template.errors';
import { isFormalNotice, type MessagePart, messageParts, sayings, templateDemands } from './template-demands.rules';
import { examplesFor, fullExample } from './template-examples';
import { fieldNames, isKnownField, loopsIn, nearestName } from './template-fields.rules';
import { type Passage, passagesOf, type TextField, textFields } from './template-passages.rules';

/** What a template is of, and whose names its words may print in capitals. */
export interface TemplateKind {
  readonly template: TemplateKey;
  readonly language: MessageLanguage;
  readonly hat: Hat;
}
export interface TemplateWorld {
  readonly agencyName: string;
  readonly names: readonly string[];
}

/** Milliseconds for filling all examples: words that take longer would hold up the sending of everybody. */
const longestMs = 400;
/** Paragraphs that nobody would read are not filled either. */
const mostPassages = 200;
const longest: Readonly<Record<TextField, number>> = { subject: 500, preheader: 500, title: 500, body: 20_000 };
const filters = ['money', 'day', 'days', 'iban', 'default', 'upcase', 'capitalize', 'plus', 'minus'];

/** What was filled on one example: each passage with its words. */
type Filled = ReadonlyArray<{ readonly passage: Passage; readonly text: string }>;

/**
 * Everything that is wrong with the words of a template, pure: what cannot be read or filled on some case, what is missing that the law
 * or the message needs, and what may not be said. Nothing that refuses among it: they may be put into service.
 */
export function faultsOf(kind: TemplateKind, text: MessageText, world: TemplateWorld): TemplateFault[] {
  const shape = textFields.flatMap((field) => shapeFaults(field, text[field]));
  if (shape.length > 0) return shape;
  const passages = passagesOf(text);
  if (passages.length > mostPassages) return [at(passages.at(-1)!, 'TEMPLATE_TOO_LONG', 'body')];
  const read = passages.flatMap((passage) => readFaults(passage, kind));
  // What may not be said is told beside what cannot be read: nobody mends twice.
  const asWritten = () => lintTemplate(kind, text, world, [], []);
  if (read.length > 0) return [...read, ...asWritten()];
  const filled: Filled[] = [];
  const examples = examplesFor(kind.template, kind.hat);
  const began = performance.now();
  for (const facts of examples) {
    const scope = scopeOf(facts);
    const one: Array<Filled[number]> = [];
    for (const passage of passages.filter(({ source }) => partOf(source) === null)) {
      try {
        one.push({ passage, text: fill(withoutHash(passage), { scope, language: kind.language }) });
      } catch (error) {
        return [faultOf(error, passage, true), ...asWritten()];
      }
      if (performance.now() - began > longestMs) return [at(passage, 'TEMPLATE_TOO_SLOW', passage.source.slice(0, 60))];
    }
    filled.push(one);
  }
  return [...emptyFaults(filled), ...demandFaults(kind, text, passages, filled), ...lintTemplate(kind, text, world, examples, filled)];
}

/** Those that keep words out of service. */
export const refusing = (faults: readonly TemplateFault[]): TemplateFault[] => faults.filter(({ refuses }) => refuses);

function shapeFaults(field: TextField, source: string): TemplateFault[] {
  const fault = (code: string, line = 1): TemplateFault[] => [
    { code, article: null, field, line, words: field, refuses: true, mend: null },
  ];
  if (source.trim() === '' && field !== 'preheader') return fault('TEMPLATE_FIELD_EMPTY');
  if (source.length > longest[field]) return fault('TEMPLATE_TOO_LONG');
  if (field !== 'body' && source.includes('\n')) return fault('TEMPLATE_NOT_ONE_LINE', 2);
  return [];
}

const partOf = (source: string): string | null => /^\[(\w+)\]$/.exec(source)?.[1] ?? null;
const withoutHash = ({ field, source }: Passage): string => (field === 'body' && source.startsWith('# ') ? source.slice(2) : source);

/** What can be seen without filling: parts, fields, filters and tags that do not exist. */
function readFaults(passage: Passage, { hat, language }: TemplateKind): TemplateFault[] {
  const { source, field } = passage;
  const part = partOf(source);
  if (field === 'body' && part !== null) {
    if ((messageParts as readonly string[]).includes(part)) return [];
    return [at(passage, 'TEMPLATE_UNKNOWN_PART', source, nearestName(part, messageParts)?.replace(/.*/, '[$&]'))];
  }
  const inside = messageParts.map((known) => `[${known}]`).filter((known) => source.includes(known));
  if (inside.length > 0) return inside.map((known) => at(passage, 'TEMPLATE_PART_NOT_ALONE', known));
  try {
    const facts = fullExample(hat);
    const loops = loopsIn(source);
    const unknown = fieldsAsked(source, language).filter((asked) => !isKnownField(asked, facts, loops));
    return unknown.map(({ path, line }) => {
      const words = path.map((step) => step ?? '…').join('.');
      return {
        ...at(passage, 'TEMPLATE_UNKNOWN_FIELD', words, nearestName(words, fieldNames(scopeOf(facts)))),
        line: passage.line + line - 1,
      };
    });
  } catch (error) {
    return [faultOf(error, passage, false)];
  }
}

/** A mistake of the engine as a fault. While an example is filled, a field that exists and is not there may be missing on a case. */
function faultOf(error: unknown, passage: Passage, whileFilling: boolean): TemplateFault {
  if (!(error instanceof TemplateInvalid)) throw error;
  const { mistake, place } = error;
  const code = whileFilling && mistake === 'UNKNOWN_FIELD' ? 'MAY_BE_EMPTY' : mistake;
  const words = place?.words ?? '';
  const offer = offerFor(code, words);
  return { ...at(passage, `TEMPLATE_${code}`, words, offer), line: passage.line + (place?.line ?? 1) - 1 };
}

/** A filter that is spelled right or put on, or the question whether there is a value at all. */
function offerFor(code: string, words: string): string | null {
  if (code === 'UNKNOWN_FILTER') return nearestName(words, filters);
  const root = /^\{\{\s*(\w+)/.exec(words)?.[1];
  if (code === 'NEEDS_FILTER' && root && !words.includes('|')) return words.replace(/\s*\}\}$/, ' | money }}');
  return code === 'MAY_BE_EMPTY' && root && words.endsWith('}}') ? `{% if ${root} %}${words}{% endif %}` : null;
}

/** A fault of a passage; what is offered takes the place of the words, where these stand in it as they are. */
function at({ field, source, from, line }: Passage, code: string, words: string, offer: string | null = null): TemplateFault {
  const index = source.indexOf(words);
  const mend = offer !== null && words !== '' && index >= 0 ? { from: from + index, to: from + index + words.length, text: offer } : null;
  return { code, article: null, field, line, words: words.slice(0, 100), refuses: true, mend };
}

/** A subject and a title must come out with words on every case. */
function emptyFaults(filled: readonly Filled[]): TemplateFault[] {
  const empty = filled.flat().find(({ passage: { field }, text }) => (field === 'subject' || field === 'title') && text.trim() === '');
  return empty ? [at(empty.passage, 'TEMPLATE_COMES_OUT_EMPTY', empty.passage.source.slice(0, 60))] : [];
}

/** What the kind of message must carry: its parts, the figures in words, and of a formal notice the sentence that makes it one. */
function demandFaults(
  { template, hat, language }: TemplateKind,
  { body }: MessageText,
  passages: readonly Passage[],
  filled: readonly Filled[],
): TemplateFault[] {
  const { parts, said = [], article = null } = templateDemands[template];
  const there = passages.flatMap(({ field, source }) => (field === 'body' ? (partOf(source) ?? []) : [])) as readonly string[];
  const missing = (code: string, words: string, insert: string): TemplateFault => ({
    code,
    article,
    field: 'body',
    line: body.split('\n').length,
    words,
    refuses: true,
    mend: { from: body.length, to: body.length, text: `\n\n${insert}` },
  });
  const examples = examplesFor(template, hat);
  const bodies = filled.map((one) => one.flatMap(({ passage, text }) => (passage.field === 'body' ? text : [])).join('\n'));
  const unsaid = said.filter((name) =>
    bodies.some((words, i) => !flat(words).includes(flat(sayings[name].value(examples[i]!, language) ?? ''))),
  );
  const isNotice = template !== 'formal_notice' || bodies.every(isFormalNotice);
  return [
    ...parts
      .filter((group) => !group.some((part) => there.includes(part)))
      .map(([part]: readonly [MessagePart, ...MessagePart[]]) => missing('TEMPLATE_PART_MISSING', `[${part}]`, `[${part}]`)),
    ...(isNotice ? [] : [missing('TEMPLATE_NOTICE_MISSING', '1344', fixedTexts[language].formalNotice)]),
    ...(isNotice ? unsaid.map((name) => missing('TEMPLATE_FIELD_MISSING', name, sayings[name].insert)) : []),
  ];
}

const flat = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ');
