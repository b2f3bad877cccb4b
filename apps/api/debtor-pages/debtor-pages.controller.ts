import type { Brand } from '@amiable/clients';
import { DebtorAccess, FormTokens, networkOf } from '@amiable/identity';
import { OpenTo, Throttle, TooManyTries } from '@amiable/platform';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorCasePages } from './debtor-case-pages';
import { DebtorPaymentPages } from './debtor-payment-pages';
import type { Form } from './debtor-sessions';
import { SecondFacts } from './second-fact';

const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** Second facts tried: five per case and hour, twenty per network and hour, a hundred per brand and minute (trust.md 3.1). */
const factLimits = {
  ofCase: { name: 'debtor-postcode', hits: 5, seconds: 3_600 },
  ofNetwork: { name: 'debtor-postcode-network', hits: 20, seconds: 3_600 },
  ofBrand: { name: 'debtor-postcode-brand', hits: 100, seconds: 60 },
};

const notices = ['cancelled', 'failed', 'announced', 'withdrawn'] as const;
const noticeOf = (asked: unknown) => notices.find((notice) => notice === asked) ?? null;

/**
 * The debtor's pages, on the brand's own host or under /b/<brand>: plain HTML and form posts, no JavaScript needed.
 * GET and HEAD change nothing and show nothing of a case until the session is open.
 */
@Controller(['b/:slug', ''])
@OpenTo('a debtor proves himself by link and postcode, or by reference and code, on the page itself')
export class DebtorPagesController {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly access: DebtorAccess,
    private readonly tokens: FormTokens,
    private readonly pages: DebtorCasePages,
    private readonly payments: DebtorPaymentPages,
    private readonly facts: SecondFacts,
    private readonly throttle: Throttle,
  ) {}

  @Get()
  async home(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return slug || !this.frames.isOwnHost(req) ? this.frames.nowhere(res) : res.redirect(302, '/agency/');
    this.enterPage(req, res, brand, '', null);
  }

  @Get('p/:token')
  async link(@Req() req: Request, @Res() res: Response, @Param('token') token: string, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    const found = await this.access.readDebtorLink(token, { clientId: brand.clientId, brandId: brand.id });
    const frame = this.frames.frame(req, res, brand);
    const csrf = this.tokens.tokenFor(req, res);
    if (found === 'dead') return this.frames.send(res, { ...frame, kind: 'link_dead', csrf }, 404);
    const { asks, language } = await this.facts.of(brand.clientId, found.caseId);
    this.frames.send(res, {
      ...this.frames.frame(req, res, brand, language),
      kind: 'enter',
      via: 'link',
      csrf,
      token,
      asks,
      error: null,
      waitMinutes: 0,
    });
  }

  @Post('p/:token')
  async openByLink(
    @Req() req: Request,
    @Res() res: Response,
    @Body() form: Form,
    @Param('token') token: string,
    @Param('slug') slug?: string,
  ): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    const frame = this.frames.frame(req, res, brand);
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, `${frame.base}/p/${encodeURIComponent(token)}`);
    const csrf = this.tokens.tokenFor(req, res);
    const found = await this.access.readDebtorLink(token, { clientId: brand.clientId, brandId: brand.id });
    if (found === 'dead') return this.frames.send(res, { ...frame, kind: 'link_dead', csrf }, 404);
    const fact = await this.facts.of(brand.clientId, found.caseId);
    const again = (error: 'wrong' | 'too_many', waitMinutes: number) =>
      this.frames.send(
        res,
        {
          ...this.frames.frame(req, res, brand, fact.language),
          path: `${frame.base}/p/${token}`,
          kind: 'enter',
          via: 'link',
          csrf,
          token,
          asks: fact.asks,
          error,
          waitMinutes,
        },
        error === 'wrong' ? 422 : 429,
      );
    const typed = text(fact.asks === 'postcode' ? form.postcode : form.amount);
    // A mail scanner that presses the button types nothing: it must not use up the tries of the person.
    if (!typed.trim()) return again('wrong', 0);
    try {
      await this.throttle.hit({ limit: factLimits.ofNetwork, key: networkOf(req.ip) });
      await this.throttle.hit({ limit: factLimits.ofCase, key: found.caseId }, { limit: factLimits.ofBrand, key: brand.id });
    } catch (error) {
      if (error instanceof TooManyTries) return again('too_many', Math.ceil(error.retryAfterSeconds / 60));
      throw error;
    }
    if (!fact.isRight(typed)) return again('wrong', 0);
    await this.throttle.forget(factLimits.ofCase, found.caseId);
    res.append('Set-Cookie', await this.access.openDebtorSession(found, req));
    res.redirect(303, `${frame.base}/claim`);
  }

  /** `?ref=`: the reference the QR code of a letter brings along; the code is typed from the paper. */
  @Get('enter')
  async enter(@Req() req: Request, @Res() res: Response, @Query('ref') ref?: string, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    this.enterPage(req, res, brand, text(ref).slice(0, 40), null);
  }

  @Post('enter')
  async openByCode(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    const { base } = this.frames.frame(req, res, brand);
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, `${base}/enter`);
    try {
      const found = await this.access.enterByCode({
        reference: text(form.reference),
        code: text(form.code),
        brand: { clientId: brand.clientId, brandId: brand.id },
        ip: req.ip,
      });
      if (found === 'wrong') return this.enterPage(req, res, brand, text(form.reference).slice(0, 40), 'wrong');
      res.append('Set-Cookie', await this.access.openDebtorSession(found, req));
      res.redirect(303, `${base}/claim`);
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      this.enterPage(req, res, brand, '', 'too_many', Math.ceil(error.retryAfterSeconds / 60));
    }
  }

  @Get('link')
  async askForLink(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    this.frames.send(res, { ...this.frames.frame(req, res, brand), kind: 'link_dead', csrf: this.tokens.tokenFor(req, res) });
  }

  @Post('link')
  async newLink(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    const frame = this.frames.frame(req, res, brand);
    if (this.tokens.holds(req, form._csrf)) await this.pages.sendNewLink(brand, text(form.reference), req.ip);
    this.frames.send(res, { ...frame, path: `${frame.base}/link`, kind: 'link_dead', csrf: this.tokens.tokenFor(req, res), asked: true });
  }

  @Get('verify')
  async verify(@Req() req: Request, @Res() res: Response, @Query('ref') ref?: string, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    this.frames.send(res, {
      ...this.frames.frame(req, res, brand),
      kind: 'verify',
      csrf: this.tokens.tokenFor(req, res),
      reference: text(ref).slice(0, 40),
      answer: null,
      speaker: null,
    });
  }

  @Post('verify')
  async verified(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return this.frames.nowhere(res);
    const page = {
      ...this.frames.frame(req, res, brand),
      kind: 'verify' as const,
      csrf: this.tokens.tokenFor(req, res),
      reference: text(form.reference).slice(0, 40),
    };
    if (!this.tokens.holds(req, form._csrf)) return this.frames.send(res, { ...page, answer: null, speaker: null });
    try {
      const caseId = await this.access.caseOfReference({
        reference: page.reference,
        brand: { clientId: brand.clientId, brandId: brand.id },
        ip: req.ip,
      });
      const told = caseId ? await this.pages.toldOf(brand, caseId) : { speaker: null, stage: null };
      this.frames.send(res, { ...page, answer: caseId ? 'known' : 'unknown', ...told });
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      this.frames.send(res, { ...page, answer: 'too_many', speaker: null }, 429);
    }
  }

  @Get('claim')
  claim(@Req() req: Request, @Res() res: Response, @Query('notice') notice?: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.claim(req, res, slug, noticeOf(notice));
  }

  @Get('pay')
  pay(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.payments.pay(req, res, slug);
  }

  @Post('pay')
  startPayment(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.payments.startPayment(req, res, slug, form);
  }

  @Get('return/:paymentId')
  back(
    @Req() req: Request,
    @Res() res: Response,
    @Param('paymentId') paymentId: string,
    @Query('left') left: string | undefined,
    @Param('slug') slug?: string,
  ): Promise<void> {
    return this.payments.back(req, res, slug, paymentId, left !== undefined);
  }

  @Get('receipts/:file')
  receipt(@Req() req: Request, @Res() res: Response, @Param('file') file: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.receipt(req, res, slug, file.replace(/\.pdf$/, ''));
  }

  @Post('leave')
  leave(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.leave(req, res, slug, form);
  }

  private enterPage(
    req: Request,
    res: Response,
    brand: Brand,
    reference: string,
    error: 'wrong' | 'too_many' | null,
    waitMinutes = 0,
  ): void {
    const frame = this.frames.frame(req, res, brand);
    this.frames.send(
      res,
      {
        ...frame,
        path: `${frame.base}/enter`,
        kind: 'enter',
        via: 'code',
        csrf: this.tokens.tokenFor(req, res),
        reference,
        error,
        waitMinutes,
      },
      error === 'too_many' ? 429 : error ? 422 : 200,
    );
  }
}
