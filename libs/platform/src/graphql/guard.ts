import { Refusal } from '@amiable/kernel';
import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { Forbidden } from '@amiable/kernel';
import type { Action } from '../abilities';
import type { RequestContext } from '../context';

export const abilityKey = 'amiable:ability';
const viewingKey = 'amiable:while-viewing';

/** What a root field or a route asks of the actor; `public` says why everybody may. */
export type AbilityRule = { readonly action: Action; readonly what: string } | { readonly public: string };

/** Every root field and route declares who may: `@Allowed('read', 'Case')`. */
export const Allowed = (action: Action, what: string) => SetMetadata<string, AbilityRule>(abilityKey, { action, what });
/** For everybody, with the reason. */
export const OpenTo = (reason: string) => SetMetadata<string, AbilityRule>(abilityKey, { public: reason });

/** A write that is no write of the one looked through: ending the view, signing out. */
export const WhileViewing = () => SetMetadata(viewingKey, true);

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

/** Who looks through another's eyes changes nothing. */
export class ViewingOnly extends Refusal {
  constructor() {
    super('VIEWING_ONLY');
  }
}

/** Is it a mutation, or a route that takes something? */
function writes(execution: ExecutionContext): boolean {
  if (execution.getType<GqlContextType>() === 'graphql')
    return GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation';
  return !['GET', 'HEAD'].includes(execution.switchToHttp().getRequest<Request>().method);
}

/** What is looked at, as a view keeps it: a field with the thing it is about, a route by its address. */
function lookOf(execution: ExecutionContext): string {
  if (execution.getType<GqlContextType>() !== 'graphql') return execution.switchToHttp().getRequest<Request>().path;
  const graphql = GqlExecutionContext.create(execution);
  const args = Object.entries(graphql.getArgs<Record<string, unknown>>());
  const about = args.find(([name, value]) => /Id$/.test(name) && typeof value === 'string')?.[1];
  return [graphql.getInfo<GraphQLResolveInfo>().fieldName, ...(about ? [about] : [])].join(' ').slice(0, 200);
}

/** Refuses a field or route that declares nothing, an actor who may not, and the writes of who looks through another's eyes. */
@Injectable()
export class AbilityGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AbilityRule | undefined>(abilityKey, [execution.getHandler(), execution.getClass()]);
    if (!rule)
      throw new Error(
        `${execution.getClass().name}.${execution.getHandler().name} declares no ability: add @Allowed(...) or @OpenTo(reason)`,
      );
    const { context } = requestOf(execution);
    if (context?.view) {
      const isWrite = writes(execution);
      if (isWrite && !this.reflector.get<boolean>(viewingKey, execution.getHandler())) throw new ViewingOnly();
      if (!isWrite) await context.view.noteLook(lookOf(execution)); // before it is read: what is not on record is not seen
    }
    if ('public' in rule) return true;
    if (context.actor.kind === 'nobody') throw new SessionOver();
    if (!context.can(rule.action, rule.what)) throw new Forbidden(rule.action, rule.what);
    return true;
  }
}
