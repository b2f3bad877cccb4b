import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { identify, refuseForeignOrigin, SessionReader } from '@amiable/identity';
import type { Clock } from '@amiable/kernel';
import { log, type Settings } from '@amiable/platform';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module';
import { DebtorProblemPages } from './debtor-pages/debtor-problem-pages';
import { RefusalFilter } from './refusal.filter';

/** Where the built web apps lie: beside the compiled api. */
const distFolder = () => process.env.AMIABLE_DIST ?? join(__dirname, '..', '..');

/** Makes the api ready to listen: headers, sessions, the same-origin wall, the web apps and all routes. Tests use it too. */
export async function createApi(settings: Settings, clock?: Clock): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, clock), {
    rawBody: true,
    logger: false,
    abortOnError: false,
  });
  app.set('trust proxy', settings.TRUSTED_PROXIES);
  app.disable('x-powered-by');
  app.use(giveNonce, securityHeaders(settings));
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

/** A built web app under its own path; unknown paths below it show its first page. */
function serveWebApp(app: NestExpressApplication, name: 'agency' | 'client'): void {
  const folder = join(distFolder(), `${name}-web`);
  if (!existsSync(folder)) return log.warn({ app: name }, 'the web app is not built');
  app.use(`/${name}/assets`, express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(`/${name}`, express.static(folder, { index: false, cacheControl: false }), (req: Request, res: Response, next: NextFunction) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    res.setHeader('Cache-Control', 'no-store');
    res.sendFile(join(folder, 'index.html'));
  });
}
