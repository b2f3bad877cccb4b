import { Refusal } from '@amiable/kernel';

/** An invoice carries at most so many documents. */
export class TooMuchEvidence extends Refusal {
  constructor(most: number) {
    super('EVIDENCE_TOO_MANY', { most }, 'file');
  }
}
