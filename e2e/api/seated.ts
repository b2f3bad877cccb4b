import { castId, castPassword, type CastClient } from '@amiable/testing';
import { formToken, type Ask, type Stage } from '../stage';
import type { Audience } from './schema-walk';

export const staffRoles = ['collector', 'manager', 'accountant', 'admin'] as const;
export const clientRoles = ['owner', 'finance', 'manager', 'reader'] as const;

/** Somebody who may only know client A, and how to ask as this person. */
export interface Seated {
  readonly audience: Audience;
  readonly role: string;
  readonly ask: Ask;
  readonly cookie: string;
}

/** One person of each role, whose world is client A: staff with A alone as portfolio, users of A, and the debtor of A's first case. */
export async function seatEverybody(stage: Stage): Promise<Seated[]> {
  const { a, staff } = stage.cast;
  for (const role of staffRoles) await seat(stage, `${role}.of.a@aster-recouvrement.example`, staff.hugo.email, role);
  for (const role of clientRoles) await seat(stage, `${role}.of.a@alize.example`, a.owner.email, role);
  const seated: Seated[] = [];
  for (const role of staffRoles) seated.push(await enter(stage, 'agency', role, `${role}.of.a@aster-recouvrement.example`));
  for (const role of clientRoles) seated.push(await enter(stage, 'client', role, `${role}.of.a@alize.example`));
  const cookie = await enterAsDebtor(stage, a, 0);
  seated.push({ audience: 'debtor', role: 'debtor', cookie, ask: (query, variables) => stage.ask('debtor', query, variables, cookie) });
  return seated;
}

/** A copy of a person of the cast with another address and role, and the same password. */
async function seat(stage: Stage, email: string, like: string, role: string): Promise<void> {
  const id = castId(email);
  await stage.test.owner(
    `insert into staff_users (id, email, name, role, language, portfolio) select $1, $2, 'Dominique Test', $3, language, portfolio from staff_users where email = $4`,
    [id, email, role, like],
  );
  await stage.test.owner(
    `insert into client_users (client_id, id, email, name, role, language) select client_id, $1, $2, 'Dominique Test', $3, language from client_users where email = $4`,
    [id, email, role, like],
  );
  await stage.test.owner(
    `insert into credentials (email, audience, user_id, client_id, password_hash) select $1, audience, $2, client_id, password_hash from credentials where email = $3`,
    [email, id, like],
  );
}

/** Signs in and keeps the cookie. */
export async function enter(stage: Stage, audience: 'agency' | 'client', role: string, email: string): Promise<Seated> {
  const answer = await stage
    .browser()
    .post(`/graphql/${audience}`)
    .set('origin', stage.url)
    .send({
      query: `mutation($input: SignInInput!) { signIn(input: $input) { user { id } } }`,
      variables: { input: { email, password: castPassword } },
    });
  const cookie = cookiesOf(answer.headers['set-cookie']);
  if (!cookie.includes(`amiable_${audience}=`)) throw new Error(`could not sign in as ${email}: ${answer.text}`);
  return { audience, role, cookie, ask: (query, variables) => stage.ask(audience, query, variables, cookie) };
}

/** Opens the session of a case by its link and postcode; answers the cookies. */
export async function enterAsDebtor(stage: Stage, client: CastClient, nth: 0 | 1 | 2): Promise<string> {
  const theCase = client.cases[nth];
  const browser = stage.browser();
  const path = `/b/${client.slug}/p/${theCase.token}`;
  const page = await browser.get(path);
  const opened = await browser
    .post(path)
    .set('origin', stage.url)
    .type('form')
    .send({ _csrf: formToken(page.text), postcode: theCase.postcode });
  if (opened.status !== 303) throw new Error(`the debtor could not enter: ${opened.status}`);
  return `${cookiesOf(page.headers['set-cookie'])}; ${cookiesOf(opened.headers['set-cookie'])}`;
}

function cookiesOf(header: unknown): string {
  return [header ?? []]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ');
}
