import { serverAudits } from 'graphql-http';
import { openStage, type Stage } from '../stage';
import { audiences } from './schema-walk';

const noReadsByGet = 'a GET carries no proof that our own page asks: Apollo wants a header no form or image can set (trust.md 3.9)';
const says400 = 'Apollo answers 400 to a request that never ran, so that proxies and watchers see the failure';

/** Every MUST is kept. What else of GraphQL over HTTP is not kept stands here with its reason. */
const notKept: Readonly<Record<string, string>> = {
  '5A70': noReadsByGet,
  D6D5: noReadsByGet,
  '6A70': noReadsByGet,
  '572B': says400,
  FDE2: says400,
  '7B9B': says400,
};

describe('GraphQL over HTTP, by the audit of its own working group', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it.each(audiences)('is spoken at /graphql/%s: every MUST, and every SHOULD and MAY but those named here', async (audience) => {
    const broken: string[] = [];
    let must = 0;
    for (const audit of serverAudits({ url: `${stage.url}/graphql/${audience}`, fetchFn: fetch })) {
      const result = await audit.fn();
      if (audit.name.startsWith('MUST')) must++;
      if (result.status !== 'ok') broken.push(`${audit.id} ${audit.name}: ${result.reason}`);
    }
    expect(broken.filter((name) => name.slice(5).startsWith('MUST'))).toEqual([]);
    expect(broken.map((name) => name.slice(0, 4)).sort()).toEqual(Object.keys(notKept).sort());
    expect(must).toBe(13);
  });
});
