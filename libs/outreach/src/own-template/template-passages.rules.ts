import type { MessageText } from '../template/message-texts';

export const textFields = ['subject', 'preheader', 'title', 'body'] as const satisfies ReadonlyArray<keyof MessageText>;
export type TextField = (typeof textFields)[number];

/** A piece of a template that is filled by itself, and where it begins in its field. */
export interface Passage {
  readonly field: TextField;
  readonly source: string;
  readonly from: number; // characters
  readonly line: number; // from 1
}

/** The passages of a template, cut as blocksOf cuts them: the body by its empty lines. */
export function passagesOf(text: MessageText): Passage[] {
  return textFields.flatMap((field) => (field === 'body' ? paragraphsOf(text.body) : [{ field, source: text[field], from: 0, line: 1 }]));
}

function paragraphsOf(body: string): Passage[] {
  const cuts = [...body.matchAll(/\n\s*\n/g)];
  const starts = [0, ...cuts.map(({ index, 0: gap }) => index + gap.length)];
  let [line, counted] = [1, 0];
  return starts.flatMap((start, i): Passage[] => {
    const whole = body.slice(start, cuts[i]?.index ?? body.length);
    const from = start + (whole.length - whole.trimStart().length);
    line += lineAt(body.slice(counted, from), from - counted) - 1;
    counted = from;
    return whole.trim() === '' ? [] : [{ field: 'body', source: whole.trim(), from, line }];
  });
}

/** The line of a character of a text, from 1. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
