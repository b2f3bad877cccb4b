import './user/user.abilities';

export { DebtorAccess, debtorCaseAt, type CodeEntry } from './debtor-access/debtor-access';
export { createDebtorLink, revokeDebtorLinks, type BrandPlace, type DebtorCase, type DebtorLinkWish } from './debtor-access/debtor-link';
export * from './identity.module';
export { AcceptInvitation } from './invitation/accept-invitation';
export { InviteClientUser, type InviteClientUserInput } from './invitation/invite-client-user';
export { hashPassword, hashPasswordSync, verifyPassword } from './password/password';
export { PasswordRefused, passwordLength, requireGoodPassword } from './password/password.rules';
export { FormTokens } from './session/form-tokens';
export { Identify, identify } from './session/identify';
export {
  debtorLanguageOf,
  debtorLanguages,
  isDebtorLanguage,
  languageOf,
  type DebtorLanguage,
  type LanguageCode,
} from './session/language';
export { refuseForeignOrigin } from './session/refuse-foreign-origin';
export { SessionReader } from './session/session-reader';
export { sessionLifetimes } from './session/session.rules';
export { endSessionsOf, sweepSessions } from './session/sessions';
export { menuAbilities } from './user/menu-abilities';
export { SetPassword, type SetPasswordInput } from './user/set-password';
export { ClientRoleEnum } from './user/sign-in.client.types';
export { StaffRoleEnum } from './user/sign-in.agency.types';
export { SignIn } from './user/sign-in';
export { OneSignInPerRequest, SignInRefused } from './user/sign-in.errors';
export { DebtorLanguageEnum, Language } from './user/sign-in.types';
export { SignOut } from './user/sign-out';
export { ViewAs, type StaffView, type Viewed } from './view-as/view-as';
export { viewMinutes } from './view-as/view-as.rules';
export { networkOf } from './session/throttle-keys';
