import { Refusal } from '@amiable/kernel';

/** One answer for an unknown user, a wrong password and a user made inactive: nobody learns which. */
export class SignInRefused extends Refusal {
  constructor() {
    super('SIGN_IN_REFUSED');
  }
}

/** Two sign-ins in one request would pass two guesses for one. */
export class OneSignInPerRequest extends Refusal {
  constructor() {
    super('ONE_SIGN_IN_PER_REQUEST');
  }
}
