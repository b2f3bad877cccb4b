import { randomUUID } from 'node:crypto';
import { Forbidden, NotFound } from '@amiable/kernel';
import { abilityOf, type Action, type AppAbility, subjectOf } from './abilities';
import type { Portfolio } from './database';

export type Audience = 'agency' | 'client' | 'debtor';
export type StaffRole = 'collector' | 'manager' | 'accountant' | 'admin';
export type ClientRole = 'owner' | 'finance' | 'manager' | 'reader';

/** Who acts. The system acts in scheduled work, the debtor in one case only. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; role: StaffRole; portfolio: Portfolio }
  | { kind: 'client'; id: string; name: string; role: ClientRole; clientId: string }
  | { kind: 'debtor'; id: string; name: string; clientId: string; caseId: string; brandId: string }
  | { kind: 'system'; id: null; name: string }
  | { kind: 'nobody'; id: null; name: string };

/** A look through another's eyes: by whom, and until when. */
export interface View {
  readonly by: string;
  readonly until: string;
  /** Who looks: of both he may only what both may. */
  readonly viewer: Extract<Actor, { kind: 'staff' }>;
  /** Puts on record what is about to be read. */
  readonly noteLook: (what: string) => Promise<void>;
}

/** Who asks, from where, and what they may: the first argument of every use case and query. */
export class RequestContext {
  readonly requestId: string;
  private ability?: AppAbility;
  private viewerAbility?: AppAbility;

  constructor(
    readonly audience: Audience | 'system',
    readonly actor: Actor,
    readonly language: 'fr' | 'en',
    facts: { requestId?: string; sessionToken?: string | undefined; ip?: string | undefined; view?: View } = {},
  ) {
    this.requestId = facts.requestId ?? randomUUID();
    this.sessionToken = facts.sessionToken;
    this.ip = facts.ip;
    this.view = facts.view;
  }

  readonly sessionToken: string | undefined;
  readonly ip: string | undefined;
  /** Set when somebody else looks through the actor's eyes: then nothing is written. */
  readonly view: View | undefined;

  static system(name = 'Amiable'): RequestContext {
    return new RequestContext('system', { kind: 'system', id: null, name }, 'fr');
  }

  can(action: Action, what: string | object): boolean {
    this.ability ??= abilityOf(this.actor);
    const subject = typeof what === 'string' ? what : subjectOf(what);
    if (!this.ability.can(action, subject)) return false;
    if (!this.view) return true;
    this.viewerAbility ??= abilityOf(this.view.viewer);
    return this.viewerAbility.can(action, subject);
  }

  /** Throws Forbidden unless the actor may do this to that. */
  may(action: Action, what: string | object): void {
    if (!this.can(action, what)) throw new Forbidden(action, typeof what === 'string' ? what : what.constructor.name);
  }

  /** May the actor enter this client's rows at all? Throws NotFound: a client out of reach does not exist. */
  enter(clientId: string): string {
    const { actor } = this;
    const reaches =
      actor.kind === 'system' ||
      (actor.kind === 'staff' && (actor.portfolio === 'all' || actor.portfolio.includes(clientId))) ||
      ((actor.kind === 'client' || actor.kind === 'debtor') && actor.clientId === clientId);
    if (!reaches) throw new NotFound('Client');
    return clientId;
  }

  /** The one client of a client user or a debtor. */
  get clientId(): string {
    if (this.actor.kind === 'client' || this.actor.kind === 'debtor') return this.actor.clientId;
    throw new NotFound('Client');
  }

  get portfolio(): Portfolio {
    if (this.actor.kind === 'staff') return this.actor.portfolio;
    if (this.actor.kind === 'system') return 'all';
    throw new NotFound('Client');
  }
}
