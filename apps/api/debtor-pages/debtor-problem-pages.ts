import type { Brand } from '@amiable/clients';
import { NotFound, Refusal } from '@amiable/kernel';
import { TooManyTries } from '@amiable/platform';
import { HttpException, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrandSuspended, DebtorPageFrames } from './debtor-page-frames';

/** What a debtor sees when something did not work: what happened, whether money moved, what to do now; in the brand's look. */
@Injectable()
export class DebtorProblemPages {
  constructor(private readonly frames: DebtorPageFrames) {}

  /** Answers a failed request of a browser on a debtor page; false when it was none, so that somebody else answers. */
  async answer(error: unknown, req: Request, res: Response): Promise<boolean> {
    if (error instanceof BrandSuspended) {
      this.frames.send(res, { ...this.frames.frame(req, res, error.brand), kind: 'suspended' }, 503);
      return true;
    }
    if (!/text\/html/.test(req.headers.accept ?? '') || /^\/(graphql|files|webhooks|health|agency|client)(\/|$)/.test(req.path))
      return false;
    const status = statusOf(error);
    if (!status) return false;
    const brand = await this.brandOf(req);
    if (!brand) return this.plain(res, status);
    const reference =
      status === 500
        ? String(res.locals.nonce ?? '')
            .replace(/[^A-Za-z0-9]/g, '')
            .slice(0, 8)
        : null;
    this.frames.send(res, { ...this.frames.frame(req, res, brand), kind: 'problem', status, reference }, status);
    return true;
  }

  /** The brand of the address; from memory when the database does not answer. */
  private async brandOf(req: Request): Promise<Brand | null> {
    const slug = /^\/b\/([^/]+)/.exec(req.path)?.[1];
    return this.frames.brandOf(req, slug).catch(() => this.frames.lastKnownBrandOf(req, slug));
  }

  /** Nobody's address, or a database that is away before the brand was ever read. */
  private plain(res: Response, status: Status): boolean {
    if (status === 404) this.frames.nowhere(res);
    else
      res
        .status(status)
        .set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
        .type('html')
        .send(
          `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${status}</title><h1>Le service fait une pause</h1><p>Aucun argent n’a été débité. Réessayez dans quelques minutes.</p><p lang="en">The service is taking a break. No money was taken. Try again in a few minutes.</p></html>`,
        );
    return true;
  }
}

type Status = 404 | 429 | 500 | 503;

/** Null for a request that was malformed: no browser of a debtor sends one. */
function statusOf(error: unknown): Status | null {
  if (error instanceof TooManyTries) return 429;
  if (error instanceof NotFound || (error instanceof HttpException && error.getStatus() === 404)) return 404;
  const known = error instanceof HttpException ? error.getStatus() : (error as { status?: number } | null)?.status;
  if (error instanceof Refusal || (known && known < 500)) return null;
  return isDatabaseAway(error) ? 503 : 500;
}

/** Refused connections, a server that starts or stops, no connection free: a pause, no mistake of ours. */
function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|08...|57P0[123]|53300)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
}
