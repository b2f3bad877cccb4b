import { NotFound, Refusal } from '@amiable/kernel';
import { log, SessionOver, TooManyTries } from '@amiable/platform';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { BrandSuspended } from './debtor-pages/debtor-page-frames';
import type { DebtorProblemPages } from './debtor-pages/debtor-problem-pages';

const statusOf = (refusal: Refusal): number =>
  refusal instanceof NotFound
    ? 404
    : refusal instanceof SessionOver
      ? 401
      : refusal instanceof TooManyTries
        ? 429
        : refusal.code === 'FORBIDDEN'
          ? 403
          : 422;

/** Refusals of plain routes leave as their code and facts; anything else is masked and logged. GraphQL has its own way out. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly problems: DebtorProblemPages) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const res = host.switchToHttp().getResponse<Response>();
    if (res.headersSent) return void res.end();
    if (error instanceof BrandSuspended) return void (await this.problems.answer(error, host.switchToHttp().getRequest<Request>(), res));
    logFailure(error, host.switchToHttp().getRequest<Request>());
    if (await this.problems.answer(error, host.switchToHttp().getRequest<Request>(), res)) return;
    if (error instanceof Refusal) {
      if (error instanceof TooManyTries) res.setHeader('Retry-After', String(error.retryAfterSeconds));
      return void res.status(statusOf(error)).json({ code: error.code, facts: error.facts, field: error.field });
    }
    const status = httpStatusOf(error);
    res.status(status).json({ code: status === 404 ? 'NOT_FOUND' : status >= 500 ? 'INTERNAL' : 'BAD_REQUEST', facts: {} });
  }
}

function httpStatusOf(error: unknown): number {
  const known = error as { status?: number; statusCode?: number };
  return error instanceof HttpException ? error.getStatus() : (known.status ?? known.statusCode ?? 500);
}

function logFailure(error: unknown, req: Request): void {
  if (error instanceof Refusal || httpStatusOf(error) < 500) return;
  log.error({ err: error, path: req.path.split('/').slice(0, 3).join('/') }, 'a request failed');
}
