import './dist-folder';
import { castPassword, type CastPerson } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(240_000);

const towns = ['Concarneau', 'Douarnenez', 'Fouesnant', 'Guilvinec', 'Loctudy', 'Moëlan', 'Penmarch', 'Rosporden'];
const perClient = towns.length;

/** What an act of the day may cost in presses of keys (the limits of the collector's desk). */
const limits = { firstCase: 1, outcomeAndNext: 2, promise: 3, plan: 4, dispute: 3, letter: 2 };

/** A day of two collectors who share one queue of two brands, by keyboard alone: every act is counted, nobody meets, nothing is lost. */
describe('a working day by keyboard', () => {
  let stage: Stage;
  let chrome: Chrome;

  beforeAll(async () => {
    stage = await openStage();
    await stage.test.owner(`update work_items set ready = false, due_on = '2028-01-01'`);
    await queueOf(stage.cast.a.id, 'Quincaillerie');
    await queueOf(stage.cast.b.id, 'Brasserie');
    chrome = await Chrome.launch(stage);
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  /** Cases ready to be worked, each of a debtor of its own; the last one has no e-mail address and gets letters. */
  const queueOf = (clientId: string, trade: string) =>
    stage.test.owner(
      `with d as (
         insert into debtors (client_id, id, reference, kind, name, address_line, postcode, city, phone, email)
         select $1, gen_random_uuid(), 'D' || n, 'company', $3 || ' ' || towns[n], n || ' rue du Port', '29000', 'Quimper',
           '+33 6 11 22 33 ' || (10 + n), case when n < $2::int then 'd' || n || '@example.org' end from generate_series(1, $2::int) n, (select $4::text[] as towns) t returning id, reference),
       c as (
         insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, stage, currency, fee_percent, opened_on)
         select $1, gen_random_uuid(), left($3, 1) || d.reference, d.id, m.id, m.brand_id, m.hat, 'open', 'call', 'EUR', 10, '2026-10-01'
         from d, mandates m where m.client_id = $1 returning id, reference, debtor_id),
       i as (
         insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, currency)
         select $1, gen_random_uuid(), 'J-' || reference, debtor_id, id, 'invoice', '2026-08-01', '2026-09-01', 60000, 'EUR' from c)
       insert into work_items (client_id, case_id, queue, ready, due_on, why, score)
       select $1, id, 'amicable', true, '2026-11-02', 'call_step', 1000 from c`,
      [clientId, perClient, trade, towns],
    );

  const signIn = async (who: CastPerson): Promise<Face> => {
    const face = await chrome.face();
    await face.page.evaluateOnNewDocument(`addEventListener('pointerdown', () => (globalThis.hasUsedMouse = true), true)`);
    await face.go('/agency/');
    await face.see('Se connecter');
    await face.page.keyboard.type(who.email);
    await face.keys('Tab');
    await face.page.keyboard.type(castPassword);
    await face.keys('Enter');
    await face.see('Bonjour');
    return face;
  };
  const dialogSays = (face: Face, words: string) =>
    face.until(`document.querySelector('dialog[open]')?.innerText.replace(/\\s+/g, ' ').includes(${JSON.stringify(words)})`, words);
  const shut = (face: Face) => face.until(`!document.querySelector('dialog[open]')`, 'the dialog to close');
  const title = `document.querySelector('.case-title')?.innerText`;
  /** The case that stands on the screen once it is not `other`, by its title: the address moves before the page does. */
  const onCase = async (face: Face, other: string): Promise<string> => {
    await face.until(`location.pathname.includes('/cases/') && ${title} && ${title} !== ${JSON.stringify(other)}`, 'a case');
    return (await face.page.evaluate(title)) as string;
  };
  /** Opens the case by the search, as one does for a caller: one field. */
  const callerIs = async (face: Face, name: string) => {
    await face.keys('/');
    await face.page.waitForSelector('dialog[open] input');
    await face.page.keyboard.type(name);
    await dialogSays(face, name);
    await face.keys('Enter');
    await face.until(`document.querySelector('h1')?.innerText.includes(${JSON.stringify(name)})`, name);
    await shut(face);
  };

  it('both work through their queue, and each act keeps within its limit', async () => {
    const { lea, hugo } = stage.cast.staff;
    const faces = await Promise.all([lea, hugo].map(signIn));
    const at = ['', ''];
    const seen: string[] = [];

    // The morning: one press each, and from call to call by two.
    let pressed = 0;
    for (const [n, face] of faces.entries()) {
      await face.keys('Enter');
      pressed++;
      at[n] = await onCase(face, '');
      seen.push(at[n]);
    }
    expect({ firstCase: pressed / faces.length }).toEqual({ firstCase: limits.firstCase });
    for (let round = 0; round < 3; round++)
      await Promise.all(
        faces.map(async (face, n) => {
          await shut(face);
          await face.keys('t');
          await dialogSays(face, 'Issue de l’appel');
          const presses = ['a', 'Control+Enter']; // nobody answered; the next step is proposed; the next case comes
          expect(presses.length).toBeLessThanOrEqual(limits.outcomeAndNext);
          await face.keys(...presses);
          at[n] = await onCase(face, at[n]!);
          seen.push(at[n]!);
        }),
      );
    expect(new Set(seen).size).toBe(seen.length); // they never met

    const [first] = faces as [Face, Face];
    const act = async (name: keyof typeof limits, key: string, opens: string, says: string, send = ['Control+Enter']) => {
      await first.keys(key);
      await dialogSays(first, opens);
      await first.keys(...send);
      await first.see(says);
      await shut(first);
      expect({ [name]: 1 + send.length <= limits[name] }).toEqual({ [name]: true });
    };
    const { b } = stage.cast;
    const [promising, planning, disputing, byLetter] = [
      'Quincaillerie Concarneau',
      'Quincaillerie Douarnenez',
      'Brasserie Fouesnant',
      'Brasserie Rosporden',
    ] as const;
    await callerIs(first, promising);
    await act('promise', 'p', 'Date promise', 'Promesse enregistrée');
    await callerIs(first, planning);
    await act('plan', 'y', 'Première échéance', 'Échéancier envoyé');
    await callerIs(first, disputing);
    await act('dispute', 'l', 'Montant contesté', 'Litige ouvert');
    await callerIs(first, byLetter);
    await act('letter', 'm', 'Envoyer le courrier', 'confié');

    const state = async (name: string) =>
      (
        await stage.test.owner(
          `select (select count(*)::int from promises p where p.case_id = c.id and p.state = 'open') as promises,
             (select count(*)::int from plans p where p.case_id = c.id) as plans,
             (select count(*)::int from disputes x where x.case_id = c.id and x.state = 'open') as disputes,
             (select array_agg(m.channel || ' ' || m.template) from messages m where m.case_id = c.id) as messages
           from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where d.name = $1`,
          [name],
        )
      )[0];
    expect(await state(promising)).toMatchObject({ promises: 1, messages: [expect.stringContaining('promise')] });
    expect(await state(planning)).toMatchObject({ plans: 1 });
    expect(await state(disputing)).toMatchObject({ disputes: 1 });
    expect(await state(byLetter)).toMatchObject({ messages: [expect.stringContaining('letter')] });

    // The evening: the letter has left under the client's own brand, the link of the plan with its mail; no hand was on the mouse.
    stage.on('2026-11-02', '18:00');
    await stage.settle();
    const [letter] = await stage.test.owner<{ brand: string; state: string }>(
      `select b.name as brand, m.state from messages m join cases c on c.client_id = m.client_id and c.id = m.case_id
       join brands b on b.client_id = c.client_id and b.id = c.brand_id where m.client_id = $1 and m.channel = 'letter'`,
      [b.id],
    );
    expect(letter).toMatchObject({ state: 'sent' });
    const asked = (await stage.mails()).find(({ to, subject }) => to.includes('d2@example.org') && subject.includes('échéancier'));
    expect(asked?.html).toMatch(/\/b\/alize\/p\/[\w-]{27}"/);
    for (const face of faces) {
      expect(await face.page.evaluate('globalThis.hasUsedMouse ?? false')).toBe(false);
      expect([face.complaints, face.foreign]).toEqual([[], []]);
    }
    const calls = await stage.test.owner<{ case_id: string; n: number }>(
      `select case_id, count(distinct actor_id)::int as n from timeline_events where kind = 'call.logged' group by 1`,
    );
    expect(calls.map(({ n }) => n)).toEqual(calls.map(() => 1));
    expect(calls).toHaveLength(6);
  });
});
