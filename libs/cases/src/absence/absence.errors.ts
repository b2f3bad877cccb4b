import { Refusal } from '@amiable/kernel';

/** Why an absence is not set, or not ended. */
export class AbsenceRefused extends Refusal {
  constructor(
    code:
      | 'ABSENT_ALREADY'
      | 'ABSENCE_OVER'
      | 'STANDS_IN_FOR_SELF'
      | 'STAND_IN_ABSENT'
      | 'UNTIL_BEFORE_FROM'
      | 'DAY_IN_PAST'
      | 'TOO_LATE_TO_UNDO',
    field?: string,
    facts: Readonly<Record<string, string>> = {},
  ) {
    super(code, facts, field);
  }
}
