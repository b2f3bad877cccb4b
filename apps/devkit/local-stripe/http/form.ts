export type FormValue = string | FormTree | FormValue[];
export interface FormTree {
  [name: string]: FormValue;
}

const NAME = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;
const MAX_DEPTH = 8;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** `a[b][0][c]=x` and `a[]=x` to a tree, as Stripe reads forms and query strings. */
export function decodeForm(text: string): FormTree {
  const root: FormTree = Object.create(null) as FormTree;
  if (text === '') return root;
  for (const [name, value] of new URLSearchParams(text)) {
    const match = NAME.exec(name);
    const path = match
      ? [
          match[1] ?? '',
          ...(match[2] ?? '')
            .split('[')
            .slice(1)
            .map((part) => part.slice(0, -1)),
        ]
      : [name];
    if (path.length > MAX_DEPTH || path.some((part) => FORBIDDEN.has(part))) continue;
    place(root, path, value);
  }
  return listsOf(root) as FormTree;
}

function place(root: FormTree, path: string[], value: string): void {
  let here = root;
  path.forEach((raw, depth) => {
    const part = raw === '' ? String(Object.keys(here).length) : raw;
    if (depth === path.length - 1) {
      here[part] = value;
      return;
    }
    const next = here[part];
    if (typeof next === 'object' && !Array.isArray(next)) here = next;
    else here = here[part] = Object.create(null) as FormTree;
  });
}

/** A branch whose names are 0, 1, 2 ... is a list. */
function listsOf(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const names = Object.keys(value);
  for (const name of names) value[name] = listsOf(value[name] ?? '');
  const isList = names.length > 0 && names.every((name, place) => name === String(place));
  return isList ? names.map((name) => value[name] ?? '') : value;
}

/** The same parameters in any order give the same text: the base of the idempotency comparison. */
export function canonical(value: FormValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? '')}`).join()}}`;
}
