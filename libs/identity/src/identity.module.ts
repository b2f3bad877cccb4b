import { Module } from '@nestjs/common';
import { DebtorAccess } from './debtor-access/debtor-access';
import { AcceptInvitation } from './invitation/accept-invitation';
import { InvitationClientResolver } from './invitation/invitation.client.resolver';
import { InviteClientUser } from './invitation/invite-client-user';
import { SendNotices } from './notice/send-notices';
import { FormTokens } from './session/form-tokens';
import { Identify } from './session/identify';
import { SessionReader } from './session/session-reader';
import { ChooseShortcuts } from './user/choose-shortcuts';
import { SetPassword } from './user/set-password';
import { SignIn } from './user/sign-in';
import { SignInAgencyResolver } from './user/sign-in.agency.resolver';
import { SignInClientResolver } from './user/sign-in.client.resolver';
import { SignOut } from './user/sign-out';
import { UserQueries } from './user/user.queries';
import { ViewAsAgencyResolver } from './view-as/view-as.agency.resolver';
import { ViewAs } from './view-as/view-as';
import { ViewAsClientResolver } from './view-as/view-as.client.resolver';

const provided = [
  SessionReader,
  Identify,
  FormTokens,
  SignIn,
  SignOut,
  ChooseShortcuts,
  SetPassword,
  UserQueries,
  AcceptInvitation,
  InviteClientUser,
  SendNotices,
  DebtorAccess,
  ViewAs,
];

/** Who asks: sign-in, sessions, debtor access. */
@Module({ providers: provided, exports: provided })
export class IdentityModule {}

/** What the agency's endpoint shows of it. */
@Module({ imports: [IdentityModule], providers: [SignInAgencyResolver, ViewAsAgencyResolver] })
export class IdentityAgencyModule {}

/** What the clients' endpoint shows of it. */
@Module({ imports: [IdentityModule], providers: [InvitationClientResolver, SignInClientResolver, ViewAsClientResolver] })
export class IdentityClientModule {}
