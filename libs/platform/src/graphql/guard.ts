import { Refusal } from '@amiable/kernel';
import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { Forbidden } from '@amiable/kernel';
import type { Action } from '../abilities';
import type { RequestContext } from '../context';

export const abilityKey = 'amiable:ability';

/** What a root field or a route asks of the actor; `public` says why everybody may. */
export type AbilityRule = { readonly action: Action; readonly what: string } | { readonly public: string };

/** Every root field and route declares who may: `@Allowed('read', 'Case')`. */
export const Allowed = (action: Action, what: string) => SetMetadata<string, AbilityRule>(abilityKey, { action, what });
/** For everybody, with the reason. */
export const OpenTo = (reason: string) => SetMetadata<string, AbilityRule>(abilityKey, { public: reason });

/** The express request with the context the session gave it. */
export interface ContextRequest extends Request {
  context: RequestContext;
}

function requestOf(execution: ExecutionContext): ContextRequest {
  return execution.getType<GqlContextType>() === 'graphql'
    ? GqlExecutionContext.create(execution).getContext<{ req: ContextRequest }>().req
    : execution.switchToHttp().getRequest<ContextRequest>();
}

/** The request context in a resolver or a route. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext) => requestOf(execution).context);
/** The express response, for cookies. */
export const Res = createParamDecorator((_: unknown, execution: ExecutionContext): Response => requestOf(execution).res!);

/** Nobody is signed in, or no longer. */
export class SessionOver extends Refusal {
  constructor() {
    super('SESSION_OVER');
  }
}

/** Refuses a field or route that declares nothing, and an actor who may not. */
@Injectable()
export class AbilityGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AbilityRule | undefined>(abilityKey, [execution.getHandler(), execution.getClass()]);
    if (!rule)
      throw new Error(
        `${execution.getClass().name}.${execution.getHandler().name} declares no ability: add @Allowed(...) or @OpenTo(reason)`,
      );
    if ('public' in rule) return true;
    const { context } = requestOf(execution);
    if (context.actor.kind === 'nobody') throw new SessionOver();
    if (!context.can(rule.action, rule.what)) throw new Forbidden(rule.action, rule.what);
    return true;
  }
}
