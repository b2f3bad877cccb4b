import { Refusal, toDecimal } from '@amiable/kernel';

export class CaseStillOwed extends Refusal {
  constructor(openMinor: bigint, currency: string) {
    super('CASE_STILL_OWED', { amount: toDecimal(openMinor), currency });
  }
}

export class CaseClosed extends Refusal {
  constructor() {
    super('CASE_CLOSED');
  }
}

export class DayInPast extends Refusal {
  constructor(field: string, today: string) {
    super('DAY_IN_PAST', { today }, field);
  }
}

export class TextMissing extends Refusal {
  constructor(field: string) {
    super('TEXT_MISSING', {}, field);
  }
}
