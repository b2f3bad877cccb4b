import './dist-folder';
import { accessCode, newReference } from '@amiable/kernel';
import { formToken, openStage, type Stage } from '../stage';
import { Chrome } from './browser';

jest.setTimeout(300_000);

/** Mail scanners, guessers and a stopwatch at the door (trust.md 3.1): they learn nothing, break nothing and use up nothing. */
describe('the doors', () => {
  let stage: Stage;
  let chrome: Chrome;

  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  const a = () => stage.cast.a;
  const link = () => `/b/${a().slug}/p/${a().cases[0].token}`;
  /** Names, amounts, invoices and towns of every debtor: none of it may be on the page before the door. */
  const secrets = () => [
    ...a().cases.flatMap(({ debtorName, reference, postcode, email, invoices }) => [
      debtorName,
      reference,
      postcode,
      email ?? debtorName,
      ...invoices.map(({ number }) => number),
    ]),
    '533,33',
    '1 200',
    'Lyon',
    'Toulouse',
  ];
  const learnt = (text: string) => secrets().filter((secret) => text.includes(secret));
  const traces = async () =>
    JSON.stringify([
      await stage.test.owner(`select xmin::text, token_hash, revoked_at, expires_at from debtor_links order by token_hash`),
      await stage.test.owner(`select count(*)::int as n from sessions where audience = 'debtor'`),
      await stage.test.owner(`select count(*)::int as n from throttles`),
      await stage.test.owner(`select count(*)::int as n from timeline_events`),
      await stage.test.owner(`select count(*)::int as n from payments`),
      await stage.test.owner(`select count(*)::int as n from transfer_announcements`),
    ]);

  it('four scanners learn nothing and leave no trace; then the person comes in', async () => {
    const before = await traces();
    // 1 asks with HEAD, 2 fetches, both as often as they like.
    for (let n = 0; n < 5; n++) {
      const head = await stage.browser().head(link());
      expect([head.status, head.text ?? '']).toEqual([200, '']);
      const got = await stage.browser().get(link());
      expect([got.status, learnt(got.text)]).toEqual([200, []]);
    }
    // 3 runs the scripts of the page and follows its links.
    const reader = await chrome.face();
    await reader.go(link());
    const pages = (await reader.page.$$eval('a[href]', (links) =>
      links.map((each) => (each as unknown as { href: string }).href),
    )) as string[];
    expect(pages.length).toBeGreaterThan(5);
    for (const href of [...new Set(pages.filter((each) => each.startsWith(stage.url)))]) {
      await reader.page.goto(href, { waitUntil: 'load' });
      expect([href, learnt(await reader.page.content())]).toEqual([href, []]);
    }
    // 4 presses every button it finds, and types nothing.
    const presser = await chrome.face();
    for (const path of [link(), `/b/${a().slug}/enter`, `/b/${a().slug}/verify`, `/b/${a().slug}/link`]) {
      await presser.go(path);
      const buttons = (await presser.page.$$('button')).length;
      expect(buttons).toBeGreaterThan(0);
      for (let nth = 0; nth < buttons; nth++) {
        await presser.go(path);
        await presser.page.$$eval('input[required]', (fields) => fields.forEach((field) => field.removeAttribute('required')));
        const [pressed] = (await presser.page.$$('button')).slice(nth, nth + 1);
        await Promise.all([
          presser.page.waitForNavigation({ waitUntil: 'load', timeout: 5_000 }).catch(() => null),
          pressed!.click().catch(() => null),
        ]);
        expect([path, nth, learnt(await presser.page.content())]).toEqual([path, nth, []]);
      }
    }
    const after = await traces();
    // The forms about references count the questions of this network; the link, its sessions and the case are as before.
    const [links, sessions, , events, payments, announced] = JSON.parse(after) as unknown[];
    const [links0, sessions0, , events0, payments0, announced0] = JSON.parse(before) as unknown[];
    expect([links, sessions, events, payments, announced]).toEqual([links0, sessions0, events0, payments0, announced0]);

    const person = await chrome.face();
    await person.go(link());
    await person.write('[name=postcode]', a().cases[0].postcode);
    await person.follow('Ouvrir mon dossier');
    expect(await person.text()).toContain('Boulangerie Martin');
  });

  it('a link of one brand on another brand’s address opens nothing, and an old link still opens after a later mail', async () => {
    const elsewhere = await stage.browser().get(`/b/${stage.cast.b.slug}/p/${a().cases[0].token}`);
    expect([elsewhere.status, learnt(elsewhere.text)]).toEqual([404, []]);
    const links = () => stage.test.owner(`select 1 from debtor_links where case_id = $1`, [a().cases[0].caseId]);
    for (let day = 3; (await links()).length < 2 && day < 12; day++) {
      stage.on(`2026-11-${String(day).padStart(2, '0')}`);
      await stage.workerRuns(); // a reminder leaves, with a link of its own
    }
    expect((await links()).length).toBeGreaterThan(1);
    expect((await stage.browser().get(link())).status).toBe(200);
  });

  const typeCode = async (reference: string, code: string, ip: string) => {
    const agent = stage.browser();
    const page = await agent.get(`/b/${a().slug}/enter`).set('x-forwarded-for', ip);
    const csrf = formToken(page.text);
    const began = performance.now();
    const answer = await agent
      .post(`/b/${a().slug}/enter`)
      .set('origin', stage.url)
      .set('x-forwarded-for', ip)
      .type('form')
      .send({ _csrf: csrf, reference, code });
    const text = answer.text.replace(/nonce="[^"]*"|name="_csrf" value="[^"]*"/g, '').replaceAll(reference, 'REF');
    return { ms: performance.now() - began, status: answer.status, text };
  };

  it('unknown, wrong and closed give one text, one status and one time: medians of hit and miss lie less than 5 ms apart', async () => {
    stage.api.set('trust proxy', true); // each try comes from a network of its own
    const [known, , closed] = a().cases;
    await stage.test.owner(`update cases set state = 'closed', close_reason = 'withdrawn', closed_on = current_date - 400 where id = $1`, [
      closed.caseId,
    ]);
    const right = accessCode(stage.test.settings.AMIABLE_SECRET, closed.caseId);
    const kinds = {
      'known, wrong code': () => [known.reference, 'AAAAA-AAAAA'] as const,
      'unknown reference': () => [newReference(), 'AAAAA-AAAAA'] as const,
      'closed long ago, right code': () => [closed.reference, right] as const,
    };
    const times: Record<string, number[]> = {};
    const apart: number[] = [];
    const answers = new Set<string>();
    for (let round = 0; round < 150; round++) {
      if (round % 4 === 0) await stage.test.owner(`delete from throttles`); // as if hours lay between
      const now: number[] = [];
      // In another order each round, so that no kind is always the first; compared within the round, so that a busy machine tells nothing.
      const order = Object.entries(kinds).map((_, nth, all) => all[(nth + round) % all.length]!);
      for (const [kind, wish] of order) {
        const [reference, code] = wish();
        const { ms, status, text } = await typeCode(reference, code, `203.0.113.${round}`);
        (times[kind] ??= []).push(ms);
        now[Object.keys(kinds).indexOf(kind)] = ms;
        answers.add(`${status} ${text}`);
      }
      apart.push(now[0]! - now[1]!);
    }
    expect(answers.size).toBe(1);
    // The faster half tells of our code, the slower one of whatever else the machine did meanwhile.
    const at = (list: number[], part: number) => [...list].sort((x, y) => x - y)[Math.floor(list.length * part)]!;
    const told = Object.entries(times).map(
      ([kind, list]) => `${kind} ${at(list, 0.5).toFixed(1)} ms (quartile ${at(list, 0.25).toFixed(1)})`,
    );
    process.stdout.write(`the door, median of 150: ${told.join(', ')}; hit less miss, in pairs: ${at(apart, 0.5).toFixed(2)} ms\n`);
    const quartiles = Object.values(times).map((list) => at(list, 0.25));
    expect(Math.max(...quartiles) - Math.min(...quartiles)).toBeLessThan(5);
    stage.api.set('trust proxy', stage.test.settings.TRUSTED_PROXIES);
  });

  it('answers at most the limit of 10,000 references asked about, whatever they are', async () => {
    await stage.test.owner(`delete from throttles`);
    const agent = stage.browser();
    const csrf = formToken((await agent.get(`/b/${a().slug}/verify`)).text);
    const ask = (reference: string) =>
      agent.post(`/b/${a().slug}/verify`).set('origin', stage.url).type('form').send({ _csrf: csrf, reference });
    let answered = 0;
    let refused = 0;
    const began = performance.now();
    // A thousand over the wire, as a guesser would; the other nine thousand at the same gate, without HTML.
    for (let n = 0; n < 1_000; n += 20) {
      const batch = await Promise.all(Array.from({ length: 20 }, (_, k) => ask(k === 0 ? a().cases[n % 3]!.reference : newReference())));
      for (const { status } of batch) {
        if (status === 200) answered += 1;
        if (status === 429) refused += 1;
      }
    }
    const { DebtorAccess } = await import('@amiable/identity');
    const access = stage.api.get(DebtorAccess);
    const brand = { clientId: a().id, brandId: a().brandId };
    for (let n = 0; n < 9_000; n += 50) {
      const batch = await Promise.all(
        Array.from({ length: 50 }, () =>
          access.caseOfReference({ reference: newReference(), brand, ip: '127.0.0.1' }).then(
            () => 'answered',
            (error: { code: string }) => error.code,
          ),
        ),
      );
      for (const said of batch) {
        if (said === 'answered') answered += 1;
        if (said === 'TOO_MANY_TRIES') refused += 1;
      }
    }
    process.stdout.write(
      `10,000 references asked about from one network: ${answered} answered, ${refused} refused, ${Math.round(performance.now() - began)} ms\n`,
    );
    expect([answered, answered + refused]).toEqual([10, 10_000]);
  });
});
