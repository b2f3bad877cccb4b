import type { Settings } from '@amiable/platform';
import type { Request, Response } from 'express';
import { FormTokens } from './form-tokens';

const settings = { PUBLIC_URL: 'https://amiable.example', AMIABLE_SECRET: 'a secret of at least thirty-two characters' } as Settings;
const tokens = new FormTokens(settings);
const req = (cookie = '') => ({ headers: { cookie } }) as Request;
function res(): Response & { readonly cookies: string[] } {
  const cookies: string[] = [];
  return { cookies, append: (_: string, line: string) => cookies.push(line) } as unknown as Response & { cookies: string[] };
}

describe('the token of a form', () => {
  it('holds for the browser that was given the page, before there is a session', () => {
    const answer = res();
    const asked = req();
    const token = tokens.tokenFor(asked, answer);
    expect(tokens.tokenFor(asked, answer)).toBe(token); // two forms on one page
    expect(answer.cookies).toEqual([expect.stringMatching(/^__Host-amiable_visit=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)]);
    const visit = answer.cookies[0]!.split(';')[0]!;
    expect(tokens.holds(req(visit), token)).toBe(true);
    expect(tokens.holds(req(`${visit}; __Host-amiable_debtor=${'s'.repeat(43)}`), token)).toBe(true); // the session began meanwhile
    const another = tokens.tokenFor(req(visit), res()); // a later page: nothing of its token is as before
    expect([another.length, another === token, another.slice(12) === token.slice(12)]).toEqual([token.length, false, false]);
    expect([tokens.holds(req(visit), another), tokens.holds(req(visit), token.slice(0, 12) + another.slice(12))]).toEqual([true, false]);
  });

  it('is bound to the session once there is one', () => {
    const session = `__Host-amiable_debtor=${'s'.repeat(43)}`;
    const token = tokens.tokenFor(req(session), res());
    expect(tokens.holds(req(session), token)).toBe(true);
    expect(tokens.holds(req(`__Host-amiable_debtor=${'t'.repeat(43)}`), token)).toBe(false);
  });

  it('holds for nobody else, no other purpose, and never when it is missing', () => {
    const answer = res();
    const token = tokens.tokenFor(req(), answer);
    const visit = answer.cookies[0]!.split(';')[0]!;
    expect(tokens.holds(req(), token)).toBe(false);
    expect(tokens.holds(req('__Host-amiable_visit='), token)).toBe(false);
    expect(tokens.holds(req('__Host-amiable_visit=other'), token)).toBe(false);
    expect(tokens.holds(req(visit.replace('__Host-', '')), token)).toBe(false);
    expect(tokens.holds(req(visit), token, 'pay')).toBe(false);
    for (const wrong of [undefined, null, '', 'x', [token], `${token}x`, 7]) expect(tokens.holds(req(visit), wrong)).toBe(false);
  });
});
