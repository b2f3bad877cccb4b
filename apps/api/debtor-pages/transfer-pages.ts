import { readClaim } from '@amiable/faces';
import { FormTokens } from '@amiable/identity';
import { dayOf, Refusal } from '@amiable/kernel';
import { Database, Performer, type ContextRequest } from '@amiable/platform';
import { AnnounceTransfer, WithdrawAnnouncement } from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorSessions, type Form, type OpenCase } from './debtor-sessions';
import { typedAmount, typedDay } from './typed-values.rules';

/** Announcing a transfer: how much and when; then the reminders wait. */
@Injectable()
export class TransferPages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly announcing: AnnounceTransfer,
    private readonly withdrawing: WithdrawAnnouncement,
  ) {}

  async ask(req: Request, res: Response, slug: string | undefined): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (open) await this.page(res, open, null, null);
  }

  async announce(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, `${open.frame.base}/transfer`);
    const typed = { amount: textOf(form.amount), madeOn: textOf(form.madeOn) };
    try {
      const madeOn = typedDay(typed.madeOn);
      if (!madeOn) throw new Refusal('TRANSFER_DAY', {}, 'madeOn');
      await this.performer.perform((req as ContextRequest).context, open.clientId, this.announcing, {
        caseId: open.caseId,
        amount: typedAmount(typed.amount),
        madeOn,
      });
      res.redirect(303, `${open.frame.base}/claim?notice=announced`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.page(res, open, typed, { code: error.code, facts: error.facts as Record<string, string> }, 422);
    }
  }

  async withdraw(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, `${open.frame.base}/claim`);
    await this.performer.perform((req as ContextRequest).context, open.clientId, this.withdrawing, { caseId: open.caseId });
    res.redirect(303, `${open.frame.base}/claim?notice=withdrawn`);
  }

  private async page(
    res: Response,
    open: OpenCase,
    typed: { amount: string; madeOn: string } | null,
    error: { code: string; facts: Record<string, string> } | null,
    status = 200,
  ): Promise<void> {
    const { claim, today } = await this.database.inTenant(open.clientId, async (db) => ({
      ...(await readClaim(db, open.caseId)),
      today: dayOf(db.clock).toString(),
    }));
    const amount = typed?.amount ?? (claim.toPay ?? claim.open).amount.replace('.', open.frame.language === 'en' ? '.' : ',');
    this.frames.send(
      res,
      {
        ...open.frame,
        path: `${open.frame.base}/transfer`,
        kind: 'transfer_announce',
        csrf: open.csrf,
        claim,
        amount,
        madeOn: typed?.madeOn ?? today,
        error,
      },
      status,
    );
  }
}

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value.trim().slice(0, 30) : '');
