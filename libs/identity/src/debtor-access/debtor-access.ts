import { accessCode, dayOf, readReference } from '@amiable/kernel';
import { Database, SETTINGS, Throttle, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isSecure, readCookie, writeCookie } from '../session/cookies';
import { openSession } from '../session/sessions';
import { networkOf, throttleKey } from '../session/throttle-keys';
import { isSameCode } from './code.rules';
import { brandLimit, caseLimit, closedCaseOpensDays, networkLimit, verifyBrandLimit, verifyNetworkLimit } from './debtor-access.limits';
import { findDebtorLink, type BrandPlace, type DebtorCase } from './debtor-link';

export interface CodeEntry {
  readonly reference: string;
  readonly code: string;
  readonly brand: BrandPlace;
  readonly ip: string | undefined;
}

const noCase = '00000000-0000-7000-8000-000000000000';

/** Accès du débiteur: by the link of a message, or by the reference and the code of a letter (trust.md 3.1). */
@Injectable()
export class DebtorAccess {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What a link opens at this brand, or 'dead'. Mail scanners may call it as often as they like: nothing is used up. */
  readDebtorLink(token: string, brand: BrandPlace): Promise<DebtorCase | 'dead'> {
    return this.database.outsideClients((db) => findDebtorLink(db, token, brand));
  }

  /** Opens a session for this one case and answers its Set-Cookie line; the session the browser held before (`req`) ends. */
  async openDebtorSession({ clientId, caseId, brandId }: DebtorCase, req?: Request): Promise<string> {
    const secure = isSecure(this.settings);
    const facts = { userAgent: req?.headers['user-agent'], former: req && readCookie(req, 'amiable_debtor', secure) };
    const token = await this.database.outsideClients((db) => openSession(db, { audience: 'debtor', clientId, caseId, brandId }, facts));
    return writeCookie('amiable_debtor', token, secure);
  }

  /**
   * The case of a reference and its code. 'wrong' is one answer, in one time, for an unknown reference, a wrong code, another
   * brand's case and one closed for more than 30 days. Every try is counted before anything is looked up. Throws TooManyTries.
   */
  async enterByCode({ reference: typed, code, brand, ip }: CodeEntry): Promise<DebtorCase | 'wrong'> {
    const reference = readReference(typed.slice(0, 64));
    const caseKey = this.key(brand.clientId, reference ?? typed.slice(0, 64).toUpperCase());
    // The network first: one caller can use up its own tries only, never those of everybody at the brand.
    await this.throttle.hit({ limit: networkLimit, key: this.key(networkOf(ip)) });
    await this.throttle.hit({ limit: caseLimit, key: caseKey }, { limit: brandLimit, key: brand.brandId });
    const oldest = dayOf(this.database.clock).subtract({ days: closedCaseOpensDays }).toString();
    const found = await this.database.inTenant(brand.clientId, (db) =>
      db.row<{ id: string }>(
        `
      select id from cases where client_id = $1 and reference = $2 and brand_id = $3 and (closed_on is null or closed_on >= $4)`,
        [brand.clientId, reference ?? '', brand.brandId, oldest],
      ),
    );
    const same = isSameCode(code, accessCode(this.settings.AMIABLE_SECRET, found?.id ?? noCase));
    if (!found || !same) return 'wrong';
    await this.throttle.forget(caseLimit, caseKey);
    return { ...brand, caseId: found.id };
  }

  /** Is a letter with this reference ours, at this brand? Says no more than that. Throws TooManyTries. */
  async verifyReference(entry: Omit<CodeEntry, 'code'>): Promise<'known' | 'unknown'> {
    return (await this.caseOfReference(entry)) ? 'known' : 'unknown';
  }

  /**
   * The case that a reference of ours belongs to, at this brand: that of the case, of a message (« M-… ») or of a receipt (« Q-… »).
   * One statement for all three, known or not. Throws TooManyTries.
   */
  async caseOfReference({ reference: typed, brand, ip }: Omit<CodeEntry, 'code'>): Promise<string | null> {
    await this.throttle.hit({ limit: verifyNetworkLimit, key: this.key(networkOf(ip)) });
    await this.throttle.hit({ limit: verifyBrandLimit, key: brand.brandId });
    const plain = typed
      .slice(0, 64)
      .toUpperCase()
      .replace(/[^0-9A-Z-]/g, '');
    const found = await this.database.inTenant(brand.clientId, (db) =>
      db.row<{ id: string }>(
        `select c.id from cases c where c.client_id = $1 and c.brand_id = $3 and c.id in (
           select id from cases where client_id = $1 and reference = $2
           union all select case_id from messages where client_id = $1 and upper(right(replace(id::text, '-', ''), 10)) = $4 and state = 'sent'
           union all select case_id from movements where client_id = $1 and receipt_number = $5)`,
        [brand.clientId, readReference(typed.slice(0, 64)) ?? '', brand.brandId, /^M-?([0-9A-F]{10})$/.exec(plain)?.[1] ?? '', plain],
      ),
    );
    return found?.id ?? null;
  }

  private key(...parts: readonly string[]): string {
    return throttleKey(this.settings.AMIABLE_SECRET, ...parts);
  }
}

/** The case of a debtor's session at this brand; null when it belongs to another brand or to nobody: one host may serve several brands. */
export function debtorCaseAt(ctx: RequestContext, brand: BrandPlace): DebtorCase | null {
  const { actor } = ctx;
  if (actor.kind !== 'debtor' || actor.clientId !== brand.clientId || actor.brandId !== brand.brandId) return null;
  return { clientId: actor.clientId, caseId: actor.caseId, brandId: actor.brandId };
}
