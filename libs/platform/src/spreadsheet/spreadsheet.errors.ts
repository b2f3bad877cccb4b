import { Refusal } from '@amiable/kernel';

/** A workbook that is not read: `WORKBOOK_BROKEN`, `WORKBOOK_TOO_LARGE`, `WORKBOOK_LOCKED` (a password), `WORKBOOK_EMPTY`. */
export class WorkbookRefused extends Refusal {}
