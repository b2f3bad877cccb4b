import { SETTINGS, type Audience, type ContextRequest, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { isSecure, languageCookie } from './cookies';
import { askedLanguage } from './language';
import { SessionReader } from './session-reader';

/** Whom a request comes from, by where it goes: an endpoint says it, files are read by everybody, all else are debtor pages. */
export function audienceOf(path: string): Audience | 'files' {
  const endpoint = /^\/(?:graphql|live)\/(agency|client)(?:\/|$)/i.exec(path)?.[1]?.toLowerCase();
  if (endpoint) return endpoint as Audience;
  return /^\/files(?:\/|$)/i.test(path) ? 'files' : 'debtor';
}

/** Puts `req.context` on every request, before any route or resolver sees it. Without a cookie it asks the database nothing. */
@Injectable()
export class Identify implements NestMiddleware {
  constructor(
    private readonly reader: SessionReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  use(req: Request, res: Response, next: NextFunction): void {
    this.contextFor(req, res).then((context) => {
      (req as ContextRequest).context = context;
      next();
    }, next);
  }

  private async contextFor(req: Request, res: Response): Promise<RequestContext> {
    const audience = audienceOf((req.originalUrl ?? req.url).split('?')[0]!);
    if (audience === 'files') return this.contextForFiles(req);
    const asked = askedLanguage(req);
    if (audience === 'debtor' && asked) res.append('Set-Cookie', languageCookie(asked, isSecure(this.settings)));
    return this.reader.contextFor(audience, req);
  }

  /** Several sessions may live in one browser: the agency's counts first, unless the portal asks (`x-amiable-client` or `?as=client`). */
  private async contextForFiles(req: Request): Promise<RequestContext> {
    const asClient = req.headers['x-amiable-client'] === 'client-web' || req.query?.as === 'client';
    const order: readonly Audience[] = asClient ? ['client'] : ['agency', 'client', 'debtor'];
    let context: RequestContext | undefined;
    for (const audience of order) {
      context = await this.reader.contextFor(audience, req);
      if (context.actor.kind !== 'nobody') break;
    }
    return context!;
  }
}

/** The same as a function, for `app.use(identify(reader, settings))`. */
export function identify(reader: SessionReader, settings: Settings): (req: Request, res: Response, next: NextFunction) => void {
  const middleware = new Identify(reader, settings);
  return (req, res, next) => middleware.use(req, res, next);
}
