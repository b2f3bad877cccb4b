import { Refusal } from '@amiable/kernel';
import type { TemplateFault } from './template-faults.types';

/** Words that cannot be used: the first thing that is wrong with them, with field and line; all of them are found by `faultsOf`. */
export class TemplateRefused extends Refusal {
  constructor({ code, article, field, line, words, mend }: TemplateFault) {
    super(
      article && !code.startsWith('TEMPLATE_') ? 'TEXT_NOT_LAWFUL' : code,
      { words, field, line, offer: mend?.text.trim() ?? null, ...(article && { article }), ...(article && { rule: code }) },
      field,
    );
  }
}

/** What is shown or tried needs a brand to speak under. */
export class TemplateNeedsBrand extends Refusal {
  constructor() {
    super('TEMPLATE_NEEDS_BRAND');
  }
}

/** The case chosen for a preview speaks in another name than the template: its message would never be written with it. */
export class TemplateOfOtherHat extends Refusal {
  constructor(reference: string) {
    super('TEMPLATE_OTHER_HAT', { reference }, 'caseReference');
  }
}

/** The case chosen for a preview is of another brand than the one the template is for. */
export class TemplateOfOtherBrand extends Refusal {
  constructor(reference: string) {
    super('TEMPLATE_OTHER_BRAND', { reference }, 'caseReference');
  }
}
