import type { Brand } from '@amiable/clients';
import { debtorCaseAt, FormTokens, type DebtorCase } from '@amiable/identity';
import { Database, type ContextRequest } from '@amiable/platform';
import { answerReferenceOf } from '@amiable/resolution';
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
    private readonly database: Database,
  ) {}

  /** The case of the session at this brand; answers "session over" itself otherwise. */
  async open(req: Request, res: Response, slug: string | undefined): Promise<OpenCase | null> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return (this.frames.nowhere(res), null);
    const context = (req as ContextRequest).context;
    const session = debtorCaseAt(context, { clientId: brand.clientId, brandId: brand.id });
    const frame = this.frames.frame(req, res, brand, session && (await this.languageOf(session)));
    if (!session) return (this.frames.send(res, { ...frame, kind: 'session_over' }, 401), null);
    const alone = await this.leftAlone(session.clientId, session.caseId);
    if (alone) return (this.frames.send(res, { ...frame, kind: 'left_alone', ...alone }), null);
    return { brand, frame, clientId: session.clientId, caseId: session.caseId, csrf: this.tokens.tokenFor(req, res) };
  }

  /** The debtor's own language, as the client told us. */
  private languageOf({ clientId, caseId }: DebtorCase): Promise<string | null> {
    return this.database.inTenant(clientId, async (db) => {
      const row = await db.row<{ language: string }>(
        `select d.language from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = $1 and c.id = $2`,
        [clientId, caseId],
      );
      return row?.language ?? null;
    });
  }

  /** Who said that he is another person is shown nothing of the case any more, whatever page he asks for. */
  private async leftAlone(clientId: string, caseId: string): Promise<{ reference: string; answerBy: string | null } | null> {
    const said = await this.database.inTenant(clientId, (db) =>
      db.row<{ id: string; follow_up_on: string | null; state: string }>(
        `select a.id, a.follow_up_on, a.state from cases c
         join answers a on a.client_id = c.client_id and a.case_id = c.id and a.kind = 'not_me'
         where c.client_id = $1 and c.id = $2 and c.hold_kind in ('not_me', 'wrong_person') order by a.given_at desc limit 1`,
        [clientId, caseId],
      ),
    );
    return said ? { reference: answerReferenceOf(said.id), answerBy: said.state === 'open' ? said.follow_up_on : null } : null;
  }
}
