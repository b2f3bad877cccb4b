import type { Response } from 'express';

/** A file to take away: kept nowhere, found by nobody else, opened by nothing on the way. */
export function head(res: Response, filename: string, type: string, disposition: 'attachment' | 'inline' = 'attachment'): void {
  res.set({
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': `${disposition}; filename="${filename.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(filename.toWellFormed())}`,
  });
  res.type(type);
}
