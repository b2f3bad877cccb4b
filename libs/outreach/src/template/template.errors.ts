import { Refusal } from '@amiable/kernel';

/** In the agency's name nothing may be asked before a letter with the mentions of R124-4, and everything after recalls it. */
export class TemplateNeedsFirstLetter extends Refusal {
  constructor(template: string, channel: string) {
    super('TEMPLATE_NEEDS_FIRST_LETTER', { template, channel, article: 'R124-4 CPCE' });
  }
}

/** The agency speaks but is not known, or lacks what R124-4 wants printed. */
export class TemplateNeedsAgency extends Refusal {
  constructor(missing: string) {
    super('TEMPLATE_NEEDS_AGENCY', { missing, article: 'R124-4 CPCE' });
  }
}

/** The template asks for something the message does not have: a payment, a promise, a plan, a day to pay by. */
export class TemplateFactMissing extends Refusal {
  constructor(template: string, fact: string) {
    super('TEMPLATE_FACT_MISSING', { template, fact });
  }
}

/** The text of a template cannot be used: an unknown field, filter or tag, or a limit passed. */
export class TemplateInvalid extends Refusal {
  constructor(reason: string, field?: string) {
    super('TEMPLATE_INVALID', { reason }, field);
  }
}
