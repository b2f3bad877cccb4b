import { Refusal, toDecimal } from '@amiable/kernel';

export class PromiseTooLarge extends Refusal {
  constructor(openMinor: bigint, currency: string) {
    super('PROMISE_TOO_LARGE', { amount: toDecimal(openMinor), currency }, 'amount');
  }
}

export class PromiseInPast extends Refusal {
  constructor() {
    super('PROMISE_IN_PAST', {}, 'dueOn');
  }
}

export class PromiseTooLate extends Refusal {
  constructor(days: number) {
    super('PROMISE_TOO_LATE', { days }, 'dueOn');
  }
}

export class PromiseAlreadyOpen extends Refusal {
  constructor() {
    super('PROMISE_ALREADY_OPEN');
  }
}
