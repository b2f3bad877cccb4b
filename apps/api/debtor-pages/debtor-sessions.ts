import type { Brand } from '@amiable/clients';
import { debtorCaseAt, FormTokens } from '@amiable/identity';
import type { ContextRequest } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Frame } from '../../../libs/web-kit/src/debtor-pages';
import { DebtorPageFrames } from './debtor-page-frames';

/** A plain form as the browser posts it. */
export type Form = Record<string, string | string[] | undefined>;

/** The case a debtor's session is open for, and the page around it. */
export interface OpenCase {
  readonly brand: Brand;
  readonly frame: Frame;
  readonly clientId: string;
  readonly caseId: string;
  readonly csrf: string;
}

/** Finds the case of a request's session; every page behind the door begins here. */
@Injectable()
export class DebtorSessions {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly tokens: FormTokens,
  ) {}

  /** The case of the session at this brand; answers "session over" itself otherwise. */
  async open(req: Request, res: Response, slug: string | undefined): Promise<OpenCase | null> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return (this.frames.nowhere(res), null);
    const frame = this.frames.frame(req, res, brand);
    const session = debtorCaseAt((req as ContextRequest).context, { clientId: brand.clientId, brandId: brand.id });
    if (!session) return (this.frames.send(res, { ...frame, kind: 'session_over' }, 401), null);
    return { brand, frame, clientId: session.clientId, caseId: session.caseId, csrf: this.tokens.tokenFor(req, res) };
  }
}
