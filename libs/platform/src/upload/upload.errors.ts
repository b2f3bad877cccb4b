import { Refusal, type RefusalFacts } from '@amiable/kernel';

export type UploadRefusalCode =
  | 'UPLOAD_MALFORMED' // the request is not a form with files
  | 'UPLOAD_TOO_LARGE' // {megabytes}: the whole form
  | 'UPLOAD_TOO_MANY_FILES' // {most}
  | 'FILE_TOO_LARGE' // {file, megabytes}
  | 'FILE_EMPTY' // {file}
  | 'FILE_KIND_NOT_ALLOWED' // {file, kinds}
  | 'FILE_NOT_WHAT_IT_SAYS' // {file}: name and content disagree, or something else hides in it
  | 'PICTURE_TOO_LARGE' // {file, megapixels}
  | 'PICTURE_UNREADABLE'; // {file}

/** A file or a form with files that is not taken; nothing of it is kept. */
export class UploadRefused extends Refusal {
  constructor(code: UploadRefusalCode, facts: RefusalFacts = {}) {
    super(code, facts, 'files');
  }
}
