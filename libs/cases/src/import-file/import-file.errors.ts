import type { FileErrorCode } from './import-file.codes';

export type ErrorParams = Record<string, string | number>;

/** The whole file, or its mapping, is refused. `code` is stable; `params` fill the sentence of import-file.messages. */
export class ImportFileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly params: ErrorParams = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ImportFileError';
  }
}
