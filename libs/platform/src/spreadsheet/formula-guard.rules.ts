/** Characters that make a spreadsheet read a cell as a formula, with their full-width forms (ASVS 1.2.10, trust.md 3.4). */
const trigger = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** What a person does not see in front of a word: a spreadsheet, or whoever cleans the file, may drop it. */
const unseen = /^(?:\u034f|[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff])+/;

/** Would a spreadsheet run this text, at once or after its first spaces are trimmed? */
export function looksLikeFormula(text: string): boolean {
  return trigger.test(text.replace(unseen, ''));
}

/** Text that no spreadsheet runs: an apostrophe in front of what looks like a formula, as Excel itself writes "this is text". */
export function guardedText(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** Text as a cell can hold it: one line, no control characters, no half characters, at most what Excel takes. */
export function cellText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  return text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ')
    .slice(0, 32_000)
    .toWellFormed();
}
