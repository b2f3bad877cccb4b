import { log, type Settings } from '@amiable/platform';
import type { NextFunction, Request, Response } from 'express';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Did the request begin on our own pages? `Origin` must be the request's own host or PUBLIC_URL's, `Sec-Fetch-Site` same-origin or none.
 * Browsers write both themselves; a caller without either is no browser and holds no cookie of a victim.
 *
 * `Origin: null` is what a page under `Referrer-Policy: no-referrer` sends with its own forms (Fetch, "append a request Origin
 * header"): it passes where the browser says same-origin, and on plain forms, which carry a token of their own.
 */
export function isOwnOrigin(req: Pick<Request, 'headers' | 'path'>, settings: Pick<Settings, 'PUBLIC_URL'>): boolean {
  const { origin, host } = req.headers;
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  if (origin === 'null') return site === 'same-origin' || !/^\/graphql(?:\/|$)/i.test(req.path);
  if (!URL.canParse(origin)) return false;
  const home = new URL(settings.PUBLIC_URL);
  const from = new URL(origin);
  if (from.origin === home.origin) return true;
  return from.host === host?.toLowerCase() && from.protocol === (home.protocol === 'https:' ? 'https:' : from.protocol);
}

/** Refuses, with 403, each request that would change something and does not come from our own pages. Webhooks prove themselves by signature. */
export function refuseForeignOrigin(settings: Pick<Settings, 'PUBLIC_URL'>) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (safeMethods.has(req.method) || req.path.startsWith('/webhooks/') || isOwnOrigin(req, settings)) return next();
    // The first part of the path only: further on there may be a token.
    log.warn({ under: req.path.split('/', 2).join('/'), method: req.method }, 'refused a request from a foreign origin');
    res.status(403).json({ errors: [{ message: 'FOREIGN_ORIGIN', extensions: { code: 'FOREIGN_ORIGIN' } }] });
  };
}
