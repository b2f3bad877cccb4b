import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { log } from '@amiable/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Where the built web apps lie: beside the compiled api. */
const distFolder = () => process.env.AMIABLE_DIST ?? join(__dirname, '..', '..');

/** A built web app under its own path; unknown paths below it show its first page. */
export function serveWebApp(app: NestExpressApplication, name: 'agency' | 'client'): void {
  const folder = join(distFolder(), `${name}-web`);
  if (!existsSync(folder)) return log.warn({ app: name }, 'the web app is not built');
  app.use(
    `/${name}/assets`,
    preferCompressed(join(folder, 'assets')),
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  app.use(`/${name}`, express.static(folder, { index: false, cacheControl: false }), (req: Request, res: Response, next: NextFunction) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    res.setHeader('Cache-Control', 'no-store');
    res.sendFile(join(folder, 'index.html'));
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Gives the file that the build has compressed (`name.js.br`) to whoever can read it. */
function preferCompressed(folder: string): RequestHandler {
  const compressed = new Set(readdirSync(folder).filter((name) => name.endsWith('.br')));
  return (req, res, next) => {
    const name = req.path.slice(1);
    if (!compressed.has(`${name}.br`)) return next();
    res.vary('Accept-Encoding');
    if (req.acceptsEncodings('br') !== 'br') return next();
    res.setHeader('Content-Encoding', 'br');
    res.setHeader('Content-Type', contentTypes[extname(name)]!);
    req.url = req.url.replace(name, `${name}.br`);
    next();
  };
}
