import { Refusal } from '@amiable/kernel';

/** Why a contact is not reviewed, or a review not answered. */
export class ReviewRefused extends Refusal {
  constructor(code: 'REVIEW_OWN' | 'REVIEW_NOT_YOURS' | 'TEXT_MISSING' | 'SHARE_OUT_OF_BOUNDS', field?: string) {
    super(code, {}, field);
  }
}
