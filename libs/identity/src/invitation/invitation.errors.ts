import { Refusal } from '@amiable/kernel';

/** Somebody signs in with this address already. */
export class AddressInUse extends Refusal {
  constructor() {
    super('ADDRESS_IN_USE', {}, 'email');
  }
}

/** The link of an invitation is unknown, used or too old: one answer for all. */
export class InvitationOver extends Refusal {
  constructor() {
    super('INVITATION_OVER');
  }
}

/** Not an address, or not a name. */
export class InvitationRefused extends Refusal {
  constructor(code: 'NOT_AN_EMAIL' | 'TEXT_MISSING', field: string) {
    super(code, {}, field);
  }
}
