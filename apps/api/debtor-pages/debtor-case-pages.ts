import type { Brand } from '@amiable/clients';
import { readAnswers, readClaim } from '@amiable/faces';
import { FormTokens } from '@amiable/identity';
import { newId, readReference, toDate } from '@amiable/kernel';
import { loadMessageCase, speakerOf } from '@amiable/outreach';
import { Database, publish, Throttle, TooManyTries } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Claim, Speaker } from '../../../libs/web-kit/src/debtor-pages';
import { DebtorDocuments } from './debtor-documents';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorSessions, type Form } from './debtor-sessions';

/** One new link per case and quarter of an hour, ten asked per network and hour. */
const newLinkLimits = {
  ofCase: { name: 'debtor-new-link', hits: 1, seconds: 900 },
  ofNetwork: { name: 'debtor-new-link-network', hits: 10, seconds: 3_600 },
};

/** The pages behind an open session that are not about paying: the claim, receipts, leaving; and what the doors need. */
@Injectable()
export class DebtorCasePages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly documents: DebtorDocuments,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly throttle: Throttle,
  ) {}

  async claim(
    req: Request,
    res: Response,
    slug: string | undefined,
    notice: 'cancelled' | 'failed' | 'announced' | 'withdrawn' | null,
  ): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const { claim, answers } = await this.database.inTenant(open.clientId, async (db) => ({
      ...(await readClaim(db, open.caseId)),
      answers: await readAnswers(db, open.caseId),
    }));
    this.frames.send(res, { ...open.frame, kind: 'claim', csrf: open.csrf, claim, answers, notice });
  }

  async receipt(req: Request, res: Response, slug: string | undefined, documentId: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (open) await this.documents.send(res, open, 'receipt', documentId);
  }

  async leave(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    if (this.tokens.holds(req, form._csrf))
      res.clearCookie('amiable_debtor', { path: '/' }).clearCookie('__Host-amiable_debtor', { path: '/', secure: true });
    res.redirect(303, `${open.frame.base}/`);
  }

  /** Who mandates whom on a case and at which stage, without a word of what it is about or whom it concerns. */
  async toldOf(brand: Brand, caseId: string): Promise<{ speaker: Speaker; stage: Claim['stage'] | 'closed' }> {
    return this.database.inTenant(brand.clientId, async (db) => {
      const known = await loadMessageCase(db, caseId);
      return { speaker: speakerOf(known), stage: known.theCase.state === 'closed' ? 'closed' : known.theCase.stage };
    });
  }

  /** Sends a fresh link to the address on file. The page says the same whether there is such a case or not. */
  async sendNewLink(brand: Brand, typed: string, ip: string | undefined): Promise<void> {
    const reference = readReference(typed.slice(0, 40));
    try {
      await this.throttle.hit({ limit: newLinkLimits.ofNetwork, key: ip ?? 'unknown' });
      if (!reference) return;
      await this.throttle.hit({ limit: newLinkLimits.ofCase, key: `${brand.id}:${reference}` });
    } catch (error) {
      if (error instanceof TooManyTries) return;
      throw error;
    }
    await this.database.inTenant(brand.clientId, async (db) => {
      const found = await db.row<{ id: string }>(
        `select c.id from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = $1 and c.reference = $2 and c.brand_id = $3 and c.state <> 'closed' and d.email is not null
           and (c.hat = 'client_name' or c.first_letter_reference is not null)`,
        [brand.clientId, reference, brand.id],
      );
      if (!found) return;
      const messageId = newId();
      await db.rows(
        `insert into messages (client_id, id, case_id, channel, template, state, not_before) values ($1, $2, $3, 'email', 'free_message', 'queued', $4)`,
        [db.clientId, messageId, found.id, toDate(db.clock.now())],
      );
      await publish(db, { topic: 'email.send', key: `message:${messageId}`, payload: { messageId } });
    });
  }
}
