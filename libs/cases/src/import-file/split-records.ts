import { ImportFileError } from './import-file.errors';

export interface TextRecord {
  cells: string[];
  /** 1-based line of the file on which the record starts. */
  line: number;
  /** A quote was opened and never closed: the line was read with its quotes as plain text. */
  quoteLeftOpen?: true;
}

export interface RecordShape {
  separator: string;
  quote: string;
  newline: '\n' | '\r';
  /** Expected cells per record; helps to recover at the next line from a quote left open. */
  width?: number;
}

const LONGEST_RECORD = 1024 * 1024;
const LONGEST_QUOTED_CELL = 32_767; // what a spreadsheet cell can hold; beyond it a quote was left open
const CR = 13;
const SPACE = 32;

/**
 * Cuts text into records and cells (RFC 4180, leniently: a quote inside a quoted cell that closes nothing is text,
 * spaces around a quoted cell are ignored). Lines without quotes take a short path: this runs on every byte of every import.
 */
export class RecordSplitter {
  private pending = '';
  private line = 1;

  constructor(private readonly shape: RecordShape) {}

  /** Adds text, returns the records now complete. @throws ImportFileError FILE_LINE_TOO_LONG (over 1 MiB without an end) */
  push(text: string): TextRecord[] {
    this.pending = this.pending ? this.pending + text : text;
    return this.split(false);
  }

  /** Returns what is left: the last record needs no line end. */
  end(): TextRecord[] {
    return this.split(true);
  }

  private split(final: boolean): TextRecord[] {
    const { separator, quote, newline } = this.shape;
    const text = this.pending;
    const records: TextRecord[] = [];
    let at = 0;
    let nextQuote = -1;
    while (at < text.length) {
      let eol = text.indexOf(newline, at);
      if (eol === -1) {
        if (!final) break;
        eol = text.length;
      }
      if (nextQuote < at) {
        nextQuote = text.indexOf(quote, at);
        if (nextQuote === -1) nextQuote = Infinity;
      }
      const quoted = nextQuote < eol ? this.quotedRecord(text, at, final) : null;
      if (quoted === 'needs more') break;
      if (quoted && quoted !== 'left open') {
        records.push({ cells: quoted.cells, line: this.line });
        this.line += quoted.lines;
        at = quoted.next;
        continue;
      }
      const end = eol > at && newline === '\n' && text.charCodeAt(eol - 1) === CR ? eol - 1 : eol;
      const cells = text.slice(at, end).split(separator);
      records.push(quoted === 'left open' ? { cells, line: this.line, quoteLeftOpen: true } : { cells, line: this.line });
      this.line++;
      at = eol + 1;
    }
    this.pending = at === 0 ? text : text.slice(at);
    if (this.pending.length > LONGEST_RECORD) throw new ImportFileError('FILE_LINE_TOO_LONG', { line: this.line, limit: LONGEST_RECORD });
    return records;
  }

  private quotedRecord(
    text: string,
    start: number,
    final: boolean,
  ): { cells: string[]; next: number; lines: number } | 'left open' | 'needs more' {
    const { separator, quote, newline, width } = this.shape;
    const cells: string[] = [];
    let lines = 1;
    let at = start;
    for (;;) {
      let open = at;
      while (text.charCodeAt(open) === SPACE) open++;
      if (text[open] === quote) {
        const closed = this.quotedCell(text, open + 1, final);
        if (typeof closed === 'string') return closed;
        cells.push(closed.value);
        for (let i = closed.value.indexOf(newline); i !== -1; i = closed.value.indexOf(newline, i + 1)) lines++;
        at = closed.next;
      } else {
        let end = at;
        while (end < text.length && text[end] !== separator && text[end] !== newline) end++;
        if (end === text.length && !final) return 'needs more';
        const cr = newline === '\n' && text[end] !== separator && text.charCodeAt(end - 1) === CR && end > at ? 1 : 0;
        cells.push(text.slice(at, end - cr));
        at = end;
      }
      if (text[at] === separator) {
        at++;
        continue;
      }
      const isBroken = lines > 1 && width !== undefined && cells.length !== width;
      return isBroken ? 'left open' : { cells, next: at + 1, lines };
    }
  }

  /** Reads from after the opening quote; `next` is the separator, the newline or the end of the text. */
  private quotedCell(text: string, start: number, final: boolean): { value: string; next: number } | 'left open' | 'needs more' {
    const { separator, quote, newline } = this.shape;
    let value = '';
    let from = start;
    for (;;) {
      const mark = text.indexOf(quote, from);
      if (mark === -1 || mark - start > LONGEST_QUOTED_CELL) {
        return final || text.length - start > LONGEST_QUOTED_CELL ? 'left open' : 'needs more';
      }
      if (text[mark + 1] === quote) {
        value += text.slice(from, mark + 1);
        from = mark + 2;
        continue;
      }
      let after = mark + 1;
      while (text.charCodeAt(after) === SPACE) after++;
      if (newline === '\n' && text.charCodeAt(after) === CR && (after + 1 >= text.length || text[after + 1] === newline)) after++;
      if (after >= text.length && !final) return 'needs more';
      if (after >= text.length || text[after] === separator || text[after] === newline) {
        return { value: value + text.slice(from, mark), next: after };
      }
      // A quote that closes nothing is text on its own line; beyond a line break it is the next cell's, and ours was left open.
      const lineEnd = text.indexOf(newline, start);
      if (lineEnd !== -1 && lineEnd < mark) return 'left open';
      value += text.slice(from, mark + 1);
      from = mark + 1;
    }
  }
}

/** All records of a text in memory (samples). */
export function splitAll(text: string, shape: RecordShape): TextRecord[] {
  const splitter = new RecordSplitter(shape);
  return [...splitter.push(text), ...splitter.end()];
}
