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

/** What is wrong with the text of a template, in words a screen can translate. */
export type TemplateMistake =
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_FILTER'
  | 'UNKNOWN_TAG'
  | 'UNKNOWN_PART'
  | 'SYNTAX'
  | 'NEEDS_FILTER'
  | 'WRONG_FILTER'
  | 'MAY_BE_EMPTY'
  | 'TOO_LONG'
  | 'TOO_SLOW';

/** Where it stands in the text, if that is known. */
export interface TemplatePlace {
  readonly line: number; // from 1
  readonly words: string;
}

/** The text of a template cannot be used: an unknown field, filter or tag, or a limit passed. */
export class TemplateInvalid extends Refusal {
  constructor(
    readonly mistake: TemplateMistake,
    reason: string,
    field?: string,
    readonly place: TemplatePlace | null = null,
  ) {
    super('TEMPLATE_INVALID', { reason }, field);
  }
}
