import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MarkPresence } from '@amiable/cases';
import { AddNote } from '@amiable/outreach';
import { LogCall } from '@amiable/outreach';
import { Performer, RequestContext, toGlobalId } from '@amiable/platform';
import type { CastCase, CastPerson } from '@amiable/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../../apps/api/create-api';
import { openStage, type Stage } from '../stage';
import { enter } from './seated';

/** What one browser hears on its stream, event by event. */
class Ear {
  readonly heard: string[] = [];
  private readonly leaving = new AbortController();
  ended = false;
  private wake: () => void = () => undefined;

  static async at(url: string, audience: string, cookie: string): Promise<Ear> {
    const ear = new Ear();
    const answer = await fetch(`${url}/live/${audience}`, { headers: { cookie }, signal: ear.leaving.signal });
    if (answer.status !== 200) throw new Error(`the stream answered ${answer.status}`);
    void ear.read(answer.body!.getReader());
    await ear.hears('hello {}');
    return ear;
  }

  /** Until this was heard. */
  async hears(words: string): Promise<void> {
    await this.until(() => this.heard.includes(words), words);
  }

  async until(isSo: () => boolean, what: string): Promise<void> {
    for (const deadline = Date.now() + 10_000; !isSo();) {
      if (Date.now() > deadline) throw new Error(`waited in vain for ${what}; heard ${this.heard.join(' | ')}`);
      await Promise.race([new Promise<void>((resolve) => (this.wake = resolve)), new Promise((resolve) => setTimeout(resolve, 200))]);
    }
  }

  leave(): void {
    this.leaving.abort();
  }

  private async read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += Buffer.from(part.value).toString();
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const found = /event: (\w+)\ndata: (.*)/.exec(text.slice(0, end));
          if (found) this.heard.push(`${found[1]} ${found[2]}`);
          text = text.slice(end + 2);
          this.wake();
        }
      }
    } catch {
      // we left, or the server did
    }
    this.ended = true;
    this.wake();
  }
}

describe('the live stream', () => {
  let stage: Stage;
  let second: NestExpressApplication;
  let secondUrl: string;
  const ears: Ear[] = [];

  beforeAll(async () => {
    stage = await openStage();
    second = await createApi(stage.test.settings, stage.test.clock);
    const server = await second.listen(0, '127.0.0.1');
    if (!server.listening) await once(server, 'listening');
    secondUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => ears.splice(0).forEach((ear) => ear.leave()));
  afterAll(async () => {
    await second?.close();
    await stage?.close();
  });

  const listen = async (who: CastPerson, audience: 'agency' | 'client' = 'agency', url = stage.url) => {
    const { cookie } = await enter(stage, audience, 'somebody', who.email);
    const ear = await Ear.at(url, audience, cookie);
    ears.push(ear);
    return { ear, cookie };
  };
  const as = ({ id, name }: CastPerson) =>
    new RequestContext('agency', { kind: 'staff', id, name, role: 'collector', portfolio: 'all' }, 'fr');
  const lea = () => as(stage.cast.staff.lea);
  const note = (theCase: CastCase, text = 'à suivre') =>
    second.get(Performer).perform(lea(), theCase.clientId, second.get(AddNote), { caseId: theCase.caseId, text });
  const call = (theCase: CastCase) =>
    second.get(Performer).perform(lea(), theCase.clientId, second.get(LogCall), {
      caseId: theCase.caseId,
      outcome: 'no_answer',
      note: null,
      callBackOn: null,
    });
  const told = ({ clientId, caseId }: CastCase) => `case ${JSON.stringify({ caseId: toGlobalId('Case', clientId, caseId) })}`;

  it('what one process wrote is heard at another; ids only', async () => {
    const { a } = stage.cast;
    const { ear } = await listen(stage.cast.staff.hugo);
    await note(a.cases[0], 'Secret de la maison');
    await ear.hears(told(a.cases[0]));
    expect(ear.heard).toEqual(['hello {}', told(a.cases[0])]);
  });

  it('nothing of a client outside the portfolio, and of a client’s own cases only what it may see', async () => {
    const { a, b, staff } = stage.cast;
    const hugo = await listen(staff.hugo, 'agency', secondUrl);
    const wide = await listen(staff.lea);
    const owner = await listen(a.owner, 'client');
    await note(b.cases[0]);
    await note(a.cases[1]); // for the agency's eyes only
    await call(a.cases[2]);
    for (const { ear } of [hugo, wide, owner]) await ear.hears(told(a.cases[2]));
    expect(wide.ear.heard).toContain(told(b.cases[0]));
    expect(hugo.ear.heard).toEqual(['hello {}', told(a.cases[1]), told(a.cases[2])]);
    expect(owner.ear.heard).toEqual(['hello {}', told(a.cases[2])]);
  });

  it('what was rolled back was never told', async () => {
    const { a, staff } = stage.cast;
    const { ear } = await listen(staff.hugo);
    await expect(
      stage.test.database.inTenant(a.id, async (db) => {
        await second.get(AddNote).run(lea(), db, { caseId: a.cases[0].caseId, text: 'pour rien' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await note(a.cases[1]);
    await ear.hears(told(a.cases[1]));
    expect(ear.heard).not.toContain(told(a.cases[0]));
  });

  it('ends at once when the session is revoked, on whichever process, and follows a portfolio that shrinks', async () => {
    const { a, b, staff } = stage.cast;
    const { ear, cookie } = await listen(staff.hugo, 'agency', secondUrl);
    const wide = await listen(staff.lea);
    await stage.ask('agency', 'mutation { signOut }', {}, cookie);
    await ear.until(() => ear.ended, 'the end of the stream');
    expect((await fetch(`${stage.url}/live/agency`, { headers: { cookie } })).status).toBe(401);

    await stage.test.owner(`update staff_users set portfolio = array[$2::uuid] where id = $1`, [staff.lea.id, a.id]);
    await note(b.cases[1]);
    await note(a.cases[1]);
    await wide.ear.hears(told(a.cases[1]));
    expect(wide.ear.heard).not.toContain(told(b.cases[1]));
    await stage.test.owner(`update staff_users set portfolio = null where id = $1`, [staff.lea.id]);
  });

  it('tells colleagues who comes and goes, and is no sign of life of the session', async () => {
    const { a, staff } = stage.cast;
    const { ear, cookie } = await listen(staff.hugo);
    const [theCase] = a.cases;
    const presence = `presence ${JSON.stringify({ caseId: toGlobalId('Case', a.id, theCase.caseId) })}`;
    const mark = (state: 'viewing' | 'writing' | 'away' | 'gone') =>
      second.get(Performer).perform(lea(), a.id, second.get(MarkPresence), { caseId: theCase.caseId, seat: 'lea-screen-1', state });
    const colleagues = async () =>
      (
        await stage.ask(
          'agency',
          `query($id: ID!) { colleaguesOn(caseId: $id) { name state } }`,
          { id: toGlobalId('Case', a.id, theCase.caseId) },
          cookie,
        )
      ).data.colleaguesOn;
    await mark('viewing');
    await ear.hears(presence);
    expect(await colleagues()).toEqual([{ name: 'Léa Marchand', state: 'VIEWING' }]);
    await mark('viewing'); // a sign of life is no news
    await mark('writing');
    expect(await colleagues()).toEqual([{ name: 'Léa Marchand', state: 'WRITING' }]);
    stage.test.clock.advance({ seconds: 71 });
    expect(await colleagues()).toEqual([]); // whoever gives no sign is gone
    await mark('gone');
    await note(a.cases[2]);
    await ear.hears(told(a.cases[2]));
    expect(ear.heard.filter((words) => words === presence).length).toBeGreaterThanOrEqual(2);
    expect(ear.heard.filter((words) => words === presence).length).toBeLessThanOrEqual(3);

    const seenAt = () => stage.test.owner(`select seen_at from sessions where user_id = $1`, [staff.hugo.id]);
    const before = await seenAt();
    stage.test.clock.advance({ minutes: 20 });
    await note(a.cases[1]);
    await ear.hears(told(a.cases[1]));
    expect(await seenAt()).toEqual(before);
    stage.test.clock.advance({ minutes: 11 });
    await note(a.cases[0]);
    await ear.until(() => ear.ended, 'the end of an idle session');
  });
});
