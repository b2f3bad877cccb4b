import { Refusal } from '@amiable/kernel';

/** The same was said already and is being looked at; carries the first answer, so that its receipt can be shown. */
export class AnswerAlreadyOpen extends Refusal {
  constructor(readonly answerId: string) {
    super('ANSWER_ALREADY_OPEN');
  }
}

/** What was typed cannot be taken as it stands; the field says where. */
export class AnswerNotTaken extends Refusal {}
