import type { TextField } from './template-passages.rules';

/** One thing that is wrong with the words of a template: its code, where it stands, and what to write instead. */
export interface TemplateFault {
  /** TEMPLATE_… for what cannot be filled or is missing; a code of the legal lint for what may not be said. */
  readonly code: string;
  readonly article: string | null;
  readonly field: TextField;
  readonly line: number; // in its field, from 1
  readonly words: string;
  /** False: it may be meant. */
  readonly refuses: boolean;
  readonly mend: { readonly from: number; readonly to: number; readonly text: string } | null;
}
