import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SETTINGS, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isSecure, readCookie, writeCookie } from './cookies';

const visits = new WeakMap<Request, string>();
const salts = new WeakMap<Response, string>();
/** Characters of the salt in front of a token: 72 bits. */
const saltLength = 12;

/** The token of a plain form (field `_csrf`): only a page we gave to this very browser holds it. */
@Injectable()
export class FormTokens {
  private readonly secure: boolean;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.secure = isSecure(settings);
  }

  /**
   * The token for a form of this purpose, bound to the debtor's session, or before there is one to a cookie of the visit. Each answer has
   * another one, so that the length of compressed pages tells nothing of it (BREACH, CVE-2013-3587); the forms of one page share it.
   */
  tokenFor(req: Request, res: Response, purpose = 'form'): string {
    const salt = salts.get(res) ?? randomBytes(9).toString('base64url');
    salts.set(res, salt);
    return salt + this.sign(readCookie(req, 'amiable_debtor', this.secure) || this.visit(req, res), purpose, salt);
  }

  /** Does the form come from a page of this browser? A page opened before the session began still counts. */
  holds(req: Request, token: unknown, purpose = 'form'): boolean {
    const text = typeof token === 'string' ? token : '';
    const salt = text.slice(0, saltLength);
    const given = Buffer.from(text.slice(saltLength));
    const keepers = [readCookie(req, 'amiable_debtor', this.secure), readCookie(req, 'amiable_visit', this.secure)];
    return keepers
      .map((keeper) => {
        const expected = Buffer.from(this.sign(keeper || randomBytes(16).toString('hex'), purpose, salt));
        return given.length === expected.length && timingSafeEqual(given, expected);
      })
      .includes(true);
  }

  private visit(req: Request, res: Response): string {
    const known = readCookie(req, 'amiable_visit', this.secure) || visits.get(req);
    if (known) return known;
    const visit = randomBytes(16).toString('base64url');
    visits.set(req, visit); // two forms on one page share it
    res.append('Set-Cookie', writeCookie('amiable_visit', visit, this.secure));
    return visit;
  }

  private sign(keeper: string, purpose: string, salt: string): string {
    return createHmac('sha256', this.settings.AMIABLE_SECRET).update(`form token\n${purpose}\n${keeper}\n${salt}`).digest('base64url');
  }
}
