import { Refusal } from '@amiable/kernel';
import { ImportFileError } from '../import-file/read-import-file';

/** The file or its mapping cannot be read as a whole; the code is the reader's (FILE_IS_SPREADSHEET, MAPPING_INCOMPLETE...). */
export class ImportFileRefused extends Refusal {
  constructor({ code, params }: Pick<ImportFileError, 'code' | 'params'>) {
    super(code, params, code.startsWith('MAPPING') ? 'mapping' : 'file');
  }
}

export class ImportFileTooLarge extends Refusal {
  constructor(limitMegabytes: number) {
    super('FILE_TOO_LARGE', { limit: limitMegabytes }, 'file');
  }
}

export class ImportHasRejections extends Refusal {
  constructor(importId: string, count: number) {
    super('IMPORT_HAS_REJECTIONS', { importId, count });
  }
}

export class ImportAlreadyDone extends Refusal {
  constructor() {
    super('IMPORT_ALREADY_DONE');
  }
}

/** No written agreement is in force: nothing may be collected (R124-3 CPCE). */
export class MandateMissing extends Refusal {
  constructor(day: string) {
    super('MANDATE_MISSING', { day });
  }
}

/** Money moved on an invoice between looking and writing: the import is done again from its beginning. */
export class ChangedMeanwhile extends Error {
  readonly code = '40001';
}

/** Says the reader's refusals as ours; anything else passes. */
export function asRefusal(error: unknown): unknown {
  return error instanceof ImportFileError ? new ImportFileRefused(error) : error;
}
