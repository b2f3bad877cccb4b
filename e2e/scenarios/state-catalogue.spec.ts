import { recordMovements, type MoneyFact } from '@amiable/payments';
import { AnnounceTransfer, OpenDispute, RecordPromise } from '@amiable/resolution';
import { HoldCase, StopAsking } from '@amiable/cases';
import { RevokeLinks } from '@amiable/outreach';
import { pagesOf } from '../../apps/debtor-web/src/pages.fixture';
import { enterAsDebtor } from '../api/seated';
import { formToken, openStage, type Stage } from '../stage';
import { actsOn, card, debit } from './acts.fixture';

jest.setTimeout(240_000);
let stage: Stage;
const { perform, begin, submit, intentOf } = actsOn(() => stage);
let first: string; // cookies of the debtor of A's first case

beforeAll(async () => {
  stage = await openStage();
  first = await enterAsDebtor(stage, a(), 0);
});
afterAll(() => stage?.close());

const a = () => stage.cast.a;
const caseId = (nth: 0 | 1 | 2 = 0) => a().cases[nth].caseId;
const today = () => stage.test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
const day = (n: number) => today().add({ days: n }).toString();
const sql = (text: string, params: unknown[] = []) => stage.test.owner(text, params);
const base = () => `/b/${a().slug}`;
const get = async (path: string, cookie = '') => {
  const answer = await stage
    .browser()
    .get(`${base()}${path}`)
    .set('cookie', cookie)
    .set('accept', 'text/html')
    .set('accept-language', 'fr');
  return plain(answer.text);
};
const post = async (path: string, fields: Record<string, string>, cookie = '', from = path) => {
  const browser = stage.browser();
  const asked = browser.get(`${base()}${from}`).set('accept-language', 'fr');
  if (cookie) void asked.set('cookie', cookie);
  const page = await asked;
  const sent = browser.post(`${base()}${path}`).set('origin', stage.url).set('accept-language', 'fr').type('form');
  if (cookie)
    void sent.set(
      'cookie',
      `${cookie}; ${[page.headers['set-cookie'] ?? []]
        .flat()
        .map((line) => String(line).split(';')[0])
        .join('; ')}`,
    );
  return plain((await sent.send({ _csrf: formToken(page.text), ...fields })).text);
};
const plain = (html: string) =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/\s+/g, ' ');
const money = (fact: Partial<MoneyFact> & Pick<MoneyFact, 'caseId' | 'sourceKey' | 'amountMinor'>) =>
  stage.test.database.acrossClientsAsWorker((db) =>
    recordMovements(db, [
      { clientId: a().id, kind: 'payment', method: 'transfer', providerFeeMinor: 0n, currency: 'EUR', effectiveOn: day(0), ...fact },
    ]),
  );
/** The first case as it was: what states other than money leave behind is taken away. */
const asBefore = async () => {
  await sql(`delete from transfer_announcements`);
  await sql(`update invoices set disputed_minor = 0`);
  await sql(`delete from disputes`);
  await sql(`delete from promises`);
  await sql(`update payments set state = 'cancelled', failure = null where state in ('started', 'processing', 'failed')`);
  await sql(
    `update cases set state = 'open', hold_kind = null, hold_reason = null, hold_until = null, close_reason = null, closed_on = null, stage = 'reminder' where id = $1`,
    [caseId()],
  );
};
const dispute = async () =>
  perform(a().id, OpenDispute, { caseId: caseId(), invoiceId: a().cases[0].invoices[1]!.id, reason: 'defective', note: 'abîmé' });
const begun = async (fields: Record<string, string>) => {
  const { url, paymentId } = await begin(a().id, caseId(), '100');
  await submit(url, fields);
  return paymentId;
};
const wrongCode = (reference: string) => post('/enter', { reference, code: 'AAAAA-AAAAA' });

interface StateOfCatalogue {
  /** As in faces.md 1.6. */
  readonly state: string;
  /** The page of the gallery that shows it. */
  readonly picture: string;
  readonly arrange?: () => Promise<unknown>;
  /** What the debtor's browser then gets; the case page when nothing else is said. */
  readonly shows?: () => Promise<string>;
  readonly says: RegExp;
  readonly asksForMoney?: boolean;
}

const catalogue: readonly StateOfCatalogue[] = [
  {
    state: 'link valid',
    picture: 'enter-link-postcode',
    shows: () => get(`/p/${a().cases[0].token}`),
    says: /Un dossier vous concerne.*code postal/,
  },
  {
    state: 'link valid, no postcode known',
    picture: 'enter-link-amount',
    arrange: () => sql(`update debtors set postcode = null where id = $1`, [a().cases[1].debtorId]),
    shows: () => get(`/p/${a().cases[1].token}`),
    says: /Le montant d’une de vos factures/,
  },
  {
    state: 'link expired',
    picture: 'link-dead',
    arrange: () => sql(`update debtor_links set expires_at = $2 where case_id = $1`, [caseId(2), day(-1)]),
    shows: () => get(`/p/${a().cases[2].token}`),
    says: /Ce lien ne marche plus.*Rien n’a été débité.*Envoyer un nouveau lien/,
  },
  {
    state: 'link revoked',
    picture: 'link-dead',
    arrange: () => perform(a().id, RevokeLinks, { caseId: caseId(1) }),
    shows: () => get(`/p/${a().cases[1].token}`),
    says: /Ce lien ne marche plus/,
  },
  {
    state: 'unknown reference',
    picture: 'enter-code-wrong',
    shows: () => wrongCode('7K3M-0000-0000'),
    says: /ne vont pas ensemble.*rien n’a été débité/,
  },
  {
    state: 'too many tries',
    picture: 'enter-code-too-many',
    shows: async () => {
      for (let n = 0; n < 5; n++) await wrongCode(a().cases[2].reference);
      return wrongCode(a().cases[2].reference);
    },
    says: /trop d’essais.*Rien n’a été débité.*Attendez/,
  },
  {
    state: 'brand suspended',
    picture: 'suspended',
    arrange: () => sql(`update brands set suspended_at = now() where id = $1`, [a().brandId]),
    shows: async () => {
      const page = await get('/enter');
      await sql(`update brands set suspended_at = null`);
      return page;
    },
    says: /fermée pour le moment.*Aucun argent n’a été débité.*Ne payez rien ici/,
    asksForMoney: false,
  },
  { state: 'to pay', picture: 'claim', says: /Payer 1 533,33 €/, asksForMoney: true },
  {
    state: 'amount changed since the page was opened',
    picture: 'pay-changed',
    shows: () => post('/pay', { choice: 'all', expected: '1600.00' }, first),
    says: /La somme due a changé.*Aucun argent n’a été débité.*Tout : 1 533,33 €/,
  },
  { state: 'pay chosen', picture: 'pay', shows: () => get('/pay', first), says: /Choisissez ce que vous payez/ },
  {
    state: 'approval (3DS) waiting',
    picture: 'return-waiting',
    shows: async () => get(`/return/${(await begin(a().id, caseId(), '100')).paymentId}`, first),
    says: /Nous vérifions votre paiement.*Ne payez pas une deuxième fois/,
  },
  {
    state: 'duplicate payment prevented',
    picture: 'pay-in-flight',
    arrange: () => begin(a().id, caseId(), '100'),
    shows: () => get('/pay', first),
    says: /Un paiement de 100,00 € est déjà commencé.*Vous ne serez pas débité deux fois/,
    asksForMoney: false,
  },
  {
    state: 'card refused',
    picture: 'return-failed-card',
    shows: async () => {
      const { url, paymentId } = await begin(a().id, caseId(), '100');
      await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ ...card, card_number: '4000000000000002', expiry: '12/39', cvc: '123', name: 'A' }),
      });
      return get(`/return/${paymentId}?left=1`, first);
    },
    says: /La banque a refusé la carte.*Aucun argent n’a été débité.*Essayez une autre carte/,
  },
  {
    state: 'card refused, seen later on the case',
    picture: 'claim-card-refused',
    arrange: () =>
      sql(`update payments set failure = 'card_declined' where id = (select id from payments order by created_at desc, id desc limit 1)`),
    says: /La banque a refusé la carte.*Aucun argent.*Essayez une autre carte/,
    asksForMoney: true,
  },
  {
    state: 'approval refused',
    picture: 'claim-approval-refused',
    arrange: () =>
      sql(
        `update payments set failure = 'payment_intent_authentication_failure' where id = (select id from payments order by created_at desc, id desc limit 1)`,
      ),
    says: /Le paiement n’a pas été approuvé.*Aucun argent.*Réessayez/,
    asksForMoney: true,
  },
  {
    state: 'cancelled by the debtor',
    picture: 'claim-cancelled',
    shows: async () => {
      const { paymentId } = await begin(a().id, caseId(), '110');
      const answer = await stage.browser().get(`${base()}/return/${paymentId}?left=1`).set('cookie', first);
      return get(answer.headers.location!.slice(base().length), first);
    },
    says: /Vous avez annulé le paiement.*Aucun argent n’a été débité/,
    asksForMoney: true,
  },
  {
    state: 'debit in progress',
    picture: 'claim-in-payment',
    arrange: () => begun(debit),
    says: /Un paiement est en cours.*Ne payez pas une deuxième fois/,
    asksForMoney: false,
  },
  {
    state: 'debit failed later, before it was paid',
    picture: 'claim-debit-refused',
    arrange: async () => {
      stage.stripe.control.settle(await intentOf(await begun(debit)), 'failed');
      await stage.settle();
    },
    says: /Le prélèvement n’a pas abouti.*Aucun argent.*choisissez un autre moyen/,
    asksForMoney: true,
  },
  {
    state: 'transfer announced',
    picture: 'claim-transfer-announced',
    arrange: () => perform(a().id, AnnounceTransfer, { caseId: caseId(), amount: '100', madeOn: day(0) }),
    says: /Virement annoncé : 100,00 €.*Nous l’attendons.*Je n’ai pas fait ce virement/,
    asksForMoney: false,
  },
  {
    state: 'transfer not yet matched',
    picture: 'claim-transfer-late',
    arrange: () => perform(a().id, AnnounceTransfer, { caseId: caseId(), amount: '100', madeOn: day(-7) }),
    says: /Nous cherchons votre virement de 100,00 €.*Ne payez pas une deuxième fois/,
    asksForMoney: false,
  },
  {
    state: 'transfer not found',
    picture: 'claim-transfer-not-found',
    arrange: async () => {
      await perform(a().id, AnnounceTransfer, { caseId: caseId(), amount: '100', madeOn: day(-2) });
      await sql(`update transfer_announcements set state = 'expired'`);
      await sql(`update cases set state = 'open', hold_kind = null, hold_reason = null, hold_until = null where id = $1`, [caseId()]);
    },
    says: /Nous n’avons pas trouvé votre virement.*n’est pas perdu.*Vérifiez l’IBAN/,
    asksForMoney: true,
  },
  {
    state: 'dispute received',
    picture: 'claim-dispute-received',
    arrange: dispute,
    says: /Vos contestations.*Reçue aujourd’hui. Vous aurez une réponse le/,
    asksForMoney: true,
  },
  {
    state: 'dispute waiting for the creditor',
    picture: 'claim-dispute-waiting',
    arrange: async () => {
      await dispute();
      await sql(`update disputes set opened_on = opened_on - 3`);
    },
    says: /Nous attendons la réponse de Alizé|Nous attendons la réponse d’Alizé/,
    asksForMoney: true,
  },
  {
    state: 'dispute late',
    picture: 'claim-dispute-late',
    arrange: async () => {
      await dispute();
      await sql(`update disputes set opened_on = opened_on - 20, due_on = due_on - 20`);
    },
    says: /La réponse devait venir le.*ne vient pas de vous/,
    asksForMoney: true,
  },
  {
    state: 'dispute answered: it stays owed',
    picture: 'claim-dispute-answered',
    arrange: async () => {
      await dispute();
      await sql(`update invoices set disputed_minor = 0`);
      await sql(`update disputes set state = 'rejected', answer = 'Le bon est signé.', closed_on = $1`, [day(0)]);
    },
    says: /cette somme reste due.*Le bon est signé/,
    asksForMoney: true,
  },
  {
    state: 'dispute closed: the debtor was right',
    picture: 'claim-dispute-upheld',
    arrange: async () => {
      await dispute();
      await sql(`update invoices set disputed_minor = 0`);
      await sql(`update disputes set state = 'upheld', answer = 'Un avoir part.', closed_on = $1`, [day(0)]);
    },
    says: /vous avez raison.*Un avoir part/,
    asksForMoney: true,
  },
  {
    state: 'paused until a day',
    picture: 'claim-paused-until',
    arrange: async () => {
      const [{ version }] = (await sql(`select version from cases where id = $1`, [caseId()])) as [{ version: number }];
      await perform(a().id, HoldCase, { caseId: caseId(), reason: 'interne', until: '2026-12-24', expectedVersion: version });
    },
    says: /Votre dossier est en pause.*jusqu’au 24 décembre 2026/,
    asksForMoney: false,
  },
  ...(['deceased', 'insolvent'] as const).map((why): StateOfCatalogue => ({
    state: why,
    picture: `claim-${why}`,
    arrange: async () => {
      const [{ version }] = (await sql(`select version from cases where id = $1`, [caseId()])) as [{ version: number }];
      await perform(a().id, StopAsking, { caseId: caseId(), why, reason: 'courrier du notaire', expectedVersion: version });
    },
    says: why === 'deceased' ? /Nous ne demandons plus rien.*condoléances/ : /Une procédure est ouverte/,
    asksForMoney: false,
  })),
  {
    state: 'promise given',
    picture: 'claim-promised',
    arrange: () => perform(a().id, RecordPromise, { caseId: caseId(), amount: '50', dueOn: day(5) }),
    says: /Vous avez promis de payer 50,00 €/,
    asksForMoney: true,
  },
  {
    state: 'handed to another stage',
    picture: 'claim-promised',
    arrange: () => sql(`update cases set stage = 'formal_notice' where id = $1`, [caseId()]),
    says: /Vous avez reçu une mise en demeure/,
    asksForMoney: true,
  },
  {
    state: 'handed back to the creditor',
    picture: 'claim-handed-back',
    arrange: () => sql(`update cases set state = 'closed', close_reason = 'withdrawn', closed_on = $2 where id = $1`, [caseId(), day(0)]),
    says: /Ce dossier est revenu chez Alizé Mobilier.*Ne payez plus rien/,
    asksForMoney: false,
  },
  {
    state: 'link of a closed case',
    picture: 'claim-closed',
    arrange: () =>
      sql(`update cases set state = 'closed', close_reason = 'uncollectible', closed_on = $2 where id = $1`, [caseId(), day(0)]),
    says: /Plus rien ne vous est demandé ici/,
    asksForMoney: false,
  },
  {
    state: 'part paid',
    picture: 'claim',
    arrange: () => money({ caseId: caseId(), sourceKey: 'bank:part', amountMinor: 10_000n }),
    says: /Nous avons reçu 100,00 €, merci.*Il reste 1 433,33 €/,
    asksForMoney: true,
  },
  {
    state: 'debit taken back after it was paid',
    picture: 'claim-debit-returned',
    arrange: async () => {
      await money({ caseId: caseId(), sourceKey: 'stripe:ch_1', method: 'sepa_debit', amountMinor: 5_000n });
      stage.test.clock.advance({ seconds: 5 });
      await money({
        caseId: caseId(),
        sourceKey: 'stripe:dp_1:out',
        reversesKey: 'stripe:ch_1',
        kind: 'chargeback',
        method: 'sepa_debit',
        amountMinor: -5_000n,
      });
    },
    says: /Le paiement de 50,00 € est revenu.*L’argent est revenu chez votre banque.*Choisissez un autre moyen/,
    asksForMoney: true,
  },
  {
    state: 'paid',
    picture: 'claim-paid',
    arrange: () => money({ caseId: caseId(), sourceKey: 'bank:rest', amountMinor: 143_333n }),
    says: /Tout est payé, merci/,
    asksForMoney: false,
  },
  {
    state: 'paid, with the attestation',
    picture: 'claim-paid-attested',
    arrange: () => stage.settle(),
    says: /Télécharger l’attestation \(PDF\)/,
    asksForMoney: false,
  },
  {
    state: 'overpaid',
    picture: 'claim-overpaid',
    arrange: () => money({ caseId: caseId(), sourceKey: 'bank:twice', amountMinor: 2_000n }),
    says: /Vous avez payé 20,00 € de trop.*Cet argent est à vous.*Nous vous le rendons/,
    asksForMoney: false,
  },
];

/** Money stays where it came: these states follow each other. The others each begin from the same case. */
const followsMoney = new Set(['part paid', 'debit taken back after it was paid', 'paid', 'paid, with the attestation', 'overpaid']);

describe('every state of the catalogue is reached from real data and told on a page of its own', () => {
  it.each(catalogue.map((entry) => [entry.state, entry] as const))(
    '%s',
    async (_, { state, picture, arrange, shows, says, asksForMoney }) => {
      if (!followsMoney.has(state)) await asBefore();
      if (state === 'part paid') await asBefore();
      await arrange?.();
      const page = await (shows ? shows() : get('/claim', first));
      expect(page).toMatch(says);
      if (asksForMoney !== undefined) expect([state, /Payer \d/.test(page)]).toEqual([state, asksForMoney]);
      expect((await pagesOf('lumen', 'fr')).map(({ name }) => name)).toContain(picture);
    },
  );

  it('the attestation is a PDF on the page, and came once, with the mail of the last receipt', async () => {
    const page = await stage.browser().get(`${base()}/claim`).set('cookie', first);
    const href = /href="([^"]+)">Télécharger l’attestation/.exec(page.text)![1]!;
    const file = await stage
      .browser()
      .get(href)
      .set('cookie', first)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect([file.status, file.headers['content-type'], (file.body as Buffer).subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const names = (await stage.mails())
      .filter(({ to }) => to.includes(a().cases[0].email!))
      .flatMap(({ attachments }) => attachments.map(({ filename }) => filename));
    expect(names.filter((name) => name.startsWith('attestation-'))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith('quittance-')).length).toBeGreaterThan(1);
    expect((await stage.browser().get(href)).status).toBe(401); // nobody reads it without the open case
  });

  it('maintenance: a database that is away is a pause, told in the brand’s look', async () => {
    await get('/enter'); // the brand has been seen
    const away = jest
      .spyOn(stage.test.database.constructor.prototype as never, 'outsideClients')
      .mockRejectedValue(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }) as never);
    try {
      const answer = await stage.browser().get(`${base()}/enter`).set('accept', 'text/html').set('accept-language', 'fr');
      expect([answer.status, plain(answer.text)]).toEqual([
        503,
        expect.stringMatching(/Alizé.*Le service fait une pause.*n’a pas débité d’argent.*Réessayez/),
      ]);
    } finally {
      away.mockRestore();
    }
  });
});
