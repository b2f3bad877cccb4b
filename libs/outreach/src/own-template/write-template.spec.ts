import { Performer, RequestContext, type StaffRole, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { attacks } from '../template/template-attacks.fixture';
import { type MessageText, messageTexts } from '../template/message-texts';
import { ActivateTemplate } from './activate-template';
import { RestoreTemplate } from './restore-template';
import { activeTemplates } from './template.queries';
import type { TemplateSlot } from './template-slot';
import { WithdrawTemplate } from './withdraw-template';
import { WriteTemplate } from './write-template';

let test: TestDatabase;
let cast: Cast;

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterAll(() => test.close());
beforeEach(() => test.owner(`truncate templates cascade`));

const as = (role: StaffRole = 'manager') =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.manager.id, name: cast.staff.manager.name, role, portfolio: 'all' }, 'fr');
const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = as(), clientId = cast.a.id) =>
  new Performer(test.database).perform(ctx, clientId, useCase, input);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const everywhere: TemplateSlot = { brandId: null, template: 'reminder_1', language: 'fr', hat: 'client_name' };
const words = (title: string): MessageText => ({
  subject: title,
  preheader: '',
  title,
  body: `${title}.\r\n\r\n[amount]  \n\n[note]\n\n[pay]\n`,
});
const write = (title: string, after: number, slot: TemplateSlot = everywhere, ctx = as()) =>
  perform(new WriteTemplate(), { slot, text: words(title), after }, ctx).then(({ templateId }) => templateId);
const activate = (templateId: string) => perform(new ActivateTemplate(), { templateId });
const versions = () => test.owner(`select version, state, title, restored_from from templates order by brand_id nulls first, version`);
const inService = (brandId = cast.a.brandId) =>
  test.database.inTenant(cast.a.id, async (db) => {
    const own = await activeTemplates(db, { clientId: cast.a.id, brandId, hat: 'client_name' }, 'fr', ['reminder_1', 'reminder_2']);
    return [own.reminder_1?.text.title ?? null, own.reminder_2?.text.title ?? null];
  });

describe('a client’s own words', () => {
  it('are written as drafts, put into service, and take the place of one another', async () => {
    const first = await write('Un', 0);
    expect(await inService()).toEqual([null, null]); // a draft is sent to nobody
    await activate(first);
    expect(await inService()).toEqual(['Un', null]);
    const second = await write('Deux', 1);
    const third = await write('Trois', 2);
    expect(await inService()).toEqual(['Un', null]);
    expect(await refused(activate(second))).toBe('NO_SUCH_TRANSITION'); // the newer draft has taken its place
    await activate(third);
    expect(await versions()).toEqual([
      { version: 1, state: 'retired', title: 'Un', restored_from: null },
      { version: 2, state: 'retired', title: 'Deux', restored_from: null },
      { version: 3, state: 'active', title: 'Trois', restored_from: null },
    ]);
    expect(await test.owner(`select body, written_by_name, activated_by_name from templates where version = 3`)).toEqual([
      {
        body: 'Trois.\n\n[amount]\n\n[note]\n\n[pay]',
        written_by_name: cast.staff.manager.name,
        activated_by_name: cast.staff.manager.name,
      },
    ]);
  });

  it('come back as they were, as the next version, and give way to the standard words', async () => {
    const first = await write('Un', 0);
    await activate(first);
    await activate(await write('Deux', 1));
    await write('Brouillon', 2);
    expect(await refused(perform(new RestoreTemplate(), { templateId: first }))).toBe('done');
    expect(await inService()).toEqual(['Un', null]);
    expect((await versions()).at(-1)).toEqual({ version: 4, state: 'active', title: 'Un', restored_from: 1 });
    expect(await refused(perform(new RestoreTemplate(), { templateId: first }))).toBe('ALREADY_SO');
    const [{ id: active }] = (await test.owner<{ id: string }>(`select id from templates where state = 'active'`)) as [{ id: string }];
    await perform(new WithdrawTemplate(), { templateId: active });
    expect(await inService()).toEqual([null, null]);
    expect(await refused(perform(new WithdrawTemplate(), { templateId: active }))).toBe('NO_SUCH_TRANSITION');
  });

  it('of a brand go before those for all brands; languages, hats and kinds do not mix', async () => {
    await activate(await write('Pour toutes', 0));
    await activate(await write('De la marque', 0, { ...everywhere, brandId: cast.a.brandId }));
    await activate(await write('In English', 0, { ...everywhere, language: 'en' }));
    await activate(await write('Au nom du cabinet', 0, { ...everywhere, hat: 'agency' }));
    expect(await inService()).toEqual(['De la marque', null]);
    await test.owner(`update templates set state = 'retired', retired_at = now(), retired_by_name = 'x' where brand_id is not null`);
    expect(await inService()).toEqual(['Pour toutes', null]);
    const spoken = await test.database.inTenant(cast.a.id, (db) =>
      Promise.all(
        (['en', 'de'] as const).map(
          async (language) =>
            (await activeTemplates(db, { clientId: cast.a.id, brandId: cast.a.brandId, hat: 'client_name' }, language, ['reminder_1']))
              .reminder_1?.text.title,
        ),
      ),
    );
    expect(spoken).toEqual(['In English', undefined]);
  });

  it('two who write at once: the second is told, and nothing of the first is lost', async () => {
    const asked = await Promise.all([refused(write('Un', 0)), refused(write('Deux', 0)), refused(write('Trois', 0))]);
    expect(asked.toSorted()).toEqual(['STALE_VERSION', 'STALE_VERSION', 'done']);
    expect(await versions()).toHaveLength(1);
    const draft = (await test.owner<{ title: string }>(`select title from templates`))[0]!;
    expect(await refused(write(draft.title, 1))).toBe('ALREADY_SO');
  });

  it('stay as they were written: the database changes no word of a version and removes none', async () => {
    const id = await write('Un', 0);
    const byTenant = (sql: string) => test.database.inTenant(cast.a.id, (db) => db.rows(sql, [cast.a.id, id]));
    await expect(byTenant(`update templates set body = 'Un huissier passera.' where client_id = $1 and id = $2`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(byTenant(`update templates set written_by_name = 'x' where client_id = $1 and id = $2`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(byTenant(`delete from templates where client_id = $1 and id = $2`)).rejects.toThrow(/permission denied/);
  });

  it('are a manager’s and an administrator’s to write, of their own clients and brands', async () => {
    expect(await refused(write('Un', 0, everywhere, as('collector')))).toBe('FORBIDDEN');
    expect(await refused(write('Un', 0, everywhere, as('accountant')))).toBe('FORBIDDEN');
    expect(await refused(write('Un', 0, everywhere, as('admin')))).toBe('done');
    expect(await refused(write('Un', 0, { ...everywhere, brandId: cast.b.brandId }))).toBe('NOT_FOUND');
    expect(await refused(write('Un', 0, { ...everywhere, template: 'love_letter' as never }))).toBe('BAD_INPUT');
    expect(await refused(write('Un', 0, { ...everywhere, language: 'tlh' as never }))).toBe('BAD_INPUT');
    const mine = (await test.owner<{ id: string }>(`select id from templates`))[0]!.id;
    for (const useCase of [new ActivateTemplate(), new RestoreTemplate(), new WithdrawTemplate()]) {
      expect(await refused(perform(useCase, { templateId: mine }, as(), cast.b.id))).toBe('NOT_FOUND');
      expect(await refused(perform(useCase, { templateId: mine }, as('collector')))).toBe('FORBIDDEN');
    }
  });
});

describe('words that cannot be used are refused when they are saved', () => {
  const save = (change: Partial<MessageText>, slot = everywhere) =>
    perform(new WriteTemplate(), { slot, text: { ...messageTexts.fr[slot.template], ...change }, after: 0 }).then(
      () => 'done',
      ({ code, facts, field }: { code: string; facts: object; field: string }) => ({ code, field, ...facts }),
    );

  it('with the field, the line, the words and what to write instead', async () => {
    expect(await save({ body: 'Bonjour,\n\nsur le compte\n{{ debtor.iban }}' })).toMatchObject({
      code: 'TEMPLATE_UNKNOWN_FIELD',
      field: 'body',
      line: 4,
      words: 'debtor.iban',
    });
    expect(await save({ subject: '{{ debtor.nmae }}' })).toMatchObject({ field: 'subject', line: 1, offer: 'debtor.name' });
    expect(await save({ body: 'Bonjour.\n\n[note]\n\n[pay]' })).toMatchObject({ code: 'TEMPLATE_PART_MISSING', words: '[amount]' });
    expect(await save({ body: 'Payez.' }, { ...everywhere, template: 'formal_notice' })).toMatchObject({ code: 'TEMPLATE_PART_MISSING' });
    expect(await save({ body: 'Une saisie sur salaire suivra.\n\n[amount]\n\n[note]\n\n[pay]' })).toMatchObject({
      code: 'TEXT_NOT_LAWFUL',
      field: 'body',
      line: 1,
      article: 'L111-2 CPCE, L121-6 C. conso.',
      rule: 'SEIZURE',
      offer: 'Nous cherchons avec vous une solution à l’amiable.',
    });
    expect(await test.owner(`select id from templates`)).toEqual([]);
  });

  it('attacks among them, each by its name, and none is kept', async () => {
    for (const [name, source] of attacks) {
      const answer = await save({ body: `${source}\n\n[amount]\n\n[note]\n\n[pay]` });
      expect([name, answer]).toEqual([name, expect.objectContaining({ code: expect.stringMatching(/^TEMPLATE_/), field: 'body' })]);
    }
    expect(await test.owner(`select id from templates`)).toEqual([]);
  }, 60_000);

  it('and judged again when they are put into service: what the law we know has learned meanwhile counts', async () => {
    const id = await write('Un', 0);
    await test.owner(`update templates set title = 'Un huissier passera'`);
    expect(await refused(activate(id))).toBe('TEXT_NOT_LAWFUL');
    expect(await refused(perform(new RestoreTemplate(), { templateId: id }))).toBe('TEXT_NOT_LAWFUL');
    expect(await inService()).toEqual([null, null]);
  });
});
