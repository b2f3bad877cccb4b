import type { Hat, MessageFacts } from '../template/message-facts';
import { scopeOf } from '../template/message-scope';
import type { AskedField } from '../template/liquid-engine';

/** A field as it is inserted. `needs` is what may be missing on a case: the field then stands inside a question. */
export interface TemplateField {
  readonly name: string;
  readonly insert: string;
  readonly needs: string | null;
}

const money = ['totals.open', 'totals.principal', 'totals.paid', 'promise.amount', 'payment.amount', 'payment.openAfter', 'plan.total'];
const days = ['payBy', 'today', 'firstInvoice.dueOn', 'promise.on', 'payment.on', 'firstInstalment.on', 'firstLetter.on'];
const plain = [
  'debtor.name',
  'creditor.name',
  'creditor.address',
  'brand.name',
  'brand.phone',
  'brand.email',
  'brand.website',
  'case.reference',
  'firstInvoice.number',
  'invoiceCount',
  'instalmentCount',
  'payment.receiptNumber',
  'agency.name',
  'agency.phone',
  'agency.email',
  'firstLetter.reference',
];
/** What a case may lack, by the first word of a field; an instalment comes with its plan. */
const questions: Readonly<Record<string, string>> = {
  promise: 'promise',
  payment: 'payment',
  plan: 'plan',
  firstInstalment: 'plan',
  instalmentCount: 'plan',
  firstLetter: 'firstLetter',
};

/** The fields offered beside the editor, those of the agency only where it speaks. */
export function fieldsOffered(hat: Hat): TemplateField[] {
  const offered = (name: string, filter: string): TemplateField => {
    const root = name.split('.')[0]!;
    const needs = questions[root] ?? null;
    const output = `{{ ${name}${filter} }}`;
    return { name, needs, insert: needs ? `{% if ${needs} %}${output}{% endif %}` : output };
  };
  return [
    ...plain.map((name) => offered(name, '')),
    offered('daysLate', ' | days'),
    ...money.map((name) => offered(name, ' | money')),
    ...days.map((name) => offered(name, ' | day')),
  ].filter(({ name }) => hat === 'agency' || !/^(agency|firstLetter)\b/.test(name));
}

/** Does an example that has everything know this field? The names of loops stand for one of what they go through. */
export function isKnownField({ path }: AskedField, facts: MessageFacts, loops: ReadonlyMap<string, readonly string[]>): boolean {
  const [root, ...rest] = path;
  if (path.includes(null)) return false; // a name that is only reckoned while filling could be any
  if (root === 'forloop') return rest.length === 1 && ['first', 'last', 'index', 'index0', 'length'].includes(String(rest[0]));
  const scope: unknown = scopeOf(facts);
  const loop = loops.get(String(root));
  const begin = loop ? [...loop, 0, ...rest] : path;
  return stepInto(scope, begin as Array<string | number>) !== undefined;
}

/** Loops of a text: the name of one, and the path of what it goes through. */
export function loopsIn(source: string): Map<string, readonly string[]> {
  return new Map([...source.matchAll(/\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)/g)].map(([, name, path]) => [name!, path!.split('.')]));
}

function stepInto(value: unknown, path: ReadonlyArray<string | number>): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return step === 'size' ? at.length : at[step === 'first' || step === 'last' ? 0 : Number(step)];
    if (typeof at === 'string' && step === 'size') return at.length;
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    return (at as Record<string, unknown>)[step];
  }, value);
}

/** Every field of an example by its full name. */
export function fieldNames(value: unknown, name = ''): string[] {
  if (Array.isArray(value) || typeof value !== 'object' || value === null || 'currency' in value) return [name];
  return Object.entries(value).flatMap(([key, part]) => fieldNames(part, name ? `${name}.${key}` : key));
}

const longestName = 60;

/** The name that was probably meant, or null: few letters apart. */
export function nearestName(word: string, names: readonly string[]): string | null {
  if (word.length > longestName) return null; // nobody mistyped that, and comparing it would take long
  const [near] = names.map((name) => [lettersApart(word, name), name] as const).toSorted((a, b) => a[0] - b[0]);
  return near && near[0] <= Math.max(2, Math.floor(word.length / 3)) ? near[1] : null;
}

/** Damerau–Levenshtein in its restricted form: letters put in, left out, changed or swapped. */
function lettersApart(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
