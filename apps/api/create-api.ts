import { randomBytes } from 'node:crypto';
import { constants } from 'node:zlib';
import { identify, refuseForeignOrigin, SessionReader } from '@amiable/identity';
import type { Clock } from '@amiable/kernel';
import type { Settings } from '@amiable/platform';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module';
import { DebtorProblemPages } from './debtor-pages/debtor-problem-pages';
import { RefusalFilter } from './refusal.filter';
import { serveWebApp } from './web-apps';

/** Makes the api ready to listen: headers, sessions, the same-origin wall, the web apps and all routes. Tests use it too. */
export async function createApi(settings: Settings, clock?: Clock): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, clock), {
    rawBody: true,
    logger: false,
    abortOnError: false,
  });
  app.set('trust proxy', settings.TRUSTED_PROXIES);
  app.disable('x-powered-by');
  app.use(
    giveNonce,
    securityHeaders(settings),
    compression({ filter: isWorthCompressing, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }),
  );
  serveWebApp(app, 'agency');
  serveWebApp(app, 'client');
  app.use(refuseForeignOrigin(settings), identify(app.get(SessionReader), settings));
  app.useBodyParser('urlencoded', { extended: true, limit: '100kb' });
  app.useBodyParser('json', { limit: '1mb' });
  app.useGlobalFilters(new RefusalFilter(app.get(DebtorProblemPages)));
  app.enableShutdownHooks();
  await app.init();
  app.getHttpServer().keepAliveTimeout = 75_000; // longer than a proxy keeps its end open: else it asks on a connection we are closing
  return app;
}

/**
 * Text is sent compressed; a live stream is not, since each of its lines has to leave at once. Nor is an answer whose question carries words that
 * another site put there: its length must tell nothing of what stands beside them (BREACH, CVE-2013-3587).
 */
function isWorthCompressing(req: Request, res: Response): boolean {
  const isOfOthers = req.originalUrl.includes('?') && ['cross-site', 'same-site'].includes(req.get('sec-fetch-site') ?? '');
  return !isOfOthers && !String(res.getHeader('Content-Type')).startsWith('text/event-stream') && compression.filter(req, res);
}

function giveNonce(_: Request, res: Response, next: NextFunction): void {
  res.locals.nonce = randomBytes(16).toString('base64');
  next();
}

function securityHeaders(settings: Settings) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'none'`],
        scriptSrc: [`'self'`, (_, res) => `'nonce-${(res as Response).locals.nonce}'`],
        styleSrc: [`'self'`, (_, res) => `'nonce-${(res as Response).locals.nonce}'`],
        imgSrc: [`'self'`, 'data:'],
        fontSrc: [`'self'`],
        connectSrc: [`'self'`],
        manifestSrc: [`'self'`],
        formAction: [
          `'self'`,
          'https://checkout.stripe.com',
          ...(settings.STRIPE_API_BASE ? [new URL(settings.STRIPE_API_BASE).origin] : []),
        ],
        frameSrc: [`'self'`],
        frameAncestors: [`'none'`],
        baseUri: [`'none'`],
        objectSrc: [`'none'`],
      },
    },
    strictTransportSecurity: settings.PUBLIC_URL.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  });
}
